package io.tideline.local.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Letters of a stream of bytes; a byte that is wrong in the first encoding is read in the ones behind it, and counted. */
final class DecodingReader extends Reader {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final char[] letters;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).flip();
    private boolean ended;
    private long foreignBytes;

    DecodingReader(InputStream in, Encodings encodings) {
        this.in = in;
        this.decoder = encodings.decoder();
        this.letters = encodings.letters();
    }

    /** Bytes so far that the first encoding does not know. */
    long foreignBytes() {
        return foreignBytes;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (chars.position() == offset) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isError()) {
                takeForeignByte(chars);
            } else if (result.isUnderflow() && !fill()) {
                break;
            }
        }
        int read = chars.position() - offset;
        return read == 0 && length > 0 ? -1 : read;
    }

    private void takeForeignByte(CharBuffer chars) {
        if (chars.hasRemaining()) {
            chars.put(letters[bytes.get() & 0xFF]);
            foreignBytes++;
        }
    }

    /** More bytes, or the knowledge that there are none; false when all is read. */
    private boolean fill() throws IOException {
        if (ended) {
            return bytes.hasRemaining();
        }
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
