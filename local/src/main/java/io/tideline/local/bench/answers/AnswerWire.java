package io.tideline.local.bench.answers;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** One kept-alive connection that posts answers. */
public final class AnswerWire implements Closeable {
    private static final String HEAD =
            """
            POST /w/v1/responses HTTP/1.1\r
            host: 127.0.0.1\r
            content-type: application/json\r
            content-length:\s""";
    private static final int CONNECT_MILLIS = 2_000;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    /** @param patience how long an answer may take */
    public AnswerWire(int port, Duration patience) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) patience.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /**
     * What the door said.
     *
     * @param retryAfter seconds of the header, 0 without
     * @param replayed whether the same answer was known before
     * @param closes whether the connection ends with it
     */
    public record Reply(int status, int retryAfter, boolean replayed, boolean closes, String body) {}

    public Reply post(String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = (HEAD + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        out.write(whole);
        return read();
    }

    private Reply read() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        int retryAfter = 0;
        boolean replayed = false;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "retry-after" -> retryAfter = Integer.parseInt(value);
                case "idempotency-replayed" -> replayed = true;
                case "connection" -> closes = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        if (length > LONGEST_ANSWER) {
            throw new IOException("an answer of " + length + " bytes");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the answer was cut");
        }
        return new Reply(status, retryAfter, replayed, closes, new String(body, StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
