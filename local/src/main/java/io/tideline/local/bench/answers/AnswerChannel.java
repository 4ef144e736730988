package io.tideline.local.bench.answers;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive connection that hands in one new answer after the other and waits for none of them. What it sends is made once and only the id is written
 * into it, since the processors that a client takes are taken from the door.
 */
final class AnswerChannel implements Closeable {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int LONGEST_ANSWER = 8 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer request;
    private final int idAt;
    private final byte[] came = new byte[LONGEST_ANSWER];
    private final ByteBuffer room = ByteBuffer.wrap(came);
    private UUID id = NOBODY;
    private long dueNanos;

    AnswerChannel(int port, String survey, Selector selector) throws IOException {
        String whole = request(survey);
        this.idAt = whole.indexOf(NOBODY.toString());
        this.request = ByteBuffer.allocateDirect(whole.length()).put(ascii(whole));
        this.channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** With an id of nobody, to be written over. */
    private static String request(String survey) {
        String body = "{\"survey\":\"" + survey + "\",\"response\":\"" + NOBODY
                + "\",\"score\":9,\"comment\":\"Quick and friendly\",\"language\":\"en\"}";
        return "POST /w/v1/responses HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: "
                + body.length() + "\r\n\r\n" + body;
    }

    /** @param due when it should have been sent, which may lie before now */
    void send(UUID answer, long due) throws IOException {
        id = answer;
        dueNanos = due;
        room.clear();
        request.put(idAt, ascii(answer.toString())).rewind();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    /** What was said to the answer sent last, once all of it came. */
    @Nullable
    AnswerHead read() throws IOException {
        if (channel.read(room) < 0 || !room.hasRemaining()) {
            throw new EOFException("the connection ended, or the answer does not");
        }
        AnswerHead head = AnswerHead.of(came, room.position());
        return head == null || room.position() < head.length() ? null : head;
    }

    UUID id() {
        return id;
    }

    long dueNanos() {
        return dueNanos;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
