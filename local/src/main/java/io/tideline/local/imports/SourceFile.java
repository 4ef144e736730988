package io.tideline.local.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** An open file as text: unpacked where its first bytes are those of gzip, without its byte order mark. */
final class SourceFile implements Closeable {
    private static final int BUFFER = 64 * 1024;
    private static final int HEAD = 64 * 1024;

    private final long size;
    private final Counting bytes;
    private final DecodingReader letters;
    private final BufferedReader text;

    private SourceFile(long size, Counting bytes, DecodingReader letters) {
        this.size = size;
        this.bytes = bytes;
        this.letters = letters;
        this.text = new BufferedReader(letters, BUFFER);
    }

    static SourceFile open(Path file, Encodings asked) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no file " + file);
        }
        Counting counting = new Counting(Files.newInputStream(file));
        InputStream raw = new BufferedInputStream(counting, BUFFER);
        InputStream plain =
                startsWith(raw, 0x1F, 0x8B) ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
        Encodings encodings = marked(plain, asked);
        return new SourceFile(Files.size(file), counting, new DecodingReader(plain, encodings));
    }

    BufferedReader text() {
        return text;
    }

    /** The beginning of the text; it will be read again. */
    String head() throws IOException {
        char[] head = new char[HEAD];
        text.mark(HEAD + 1);
        int length = 0;
        for (int read = 0; read >= 0 && length < HEAD; length += Math.max(read, 0)) {
            read = text.read(head, length, HEAD - length);
        }
        text.reset();
        return new String(head, 0, length);
    }

    /** How much of the file has been taken in, 0..1. */
    double shareRead() {
        return size == 0 ? 1 : Math.min(1.0, (double) bytes.count / size);
    }

    long foreignBytes() {
        return letters.foreignBytes();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Takes the byte order mark away and believes it. */
    private static Encodings marked(InputStream in, Encodings asked) throws IOException {
        if (startsWith(in, 0xEF, 0xBB, 0xBF)) {
            in.skipNBytes(3);
            return asked.first().equals(StandardCharsets.UTF_8) ? asked : Encodings.named(Encodings.USUAL);
        }
        if (startsWith(in, 0xFE, 0xFF)) {
            in.skipNBytes(2);
            return new Encodings(List.of(StandardCharsets.UTF_16BE));
        }
        if (startsWith(in, 0xFF, 0xFE)) {
            in.skipNBytes(2);
            return new Encodings(List.of(StandardCharsets.UTF_16LE));
        }
        return asked;
    }

    private static boolean startsWith(InputStream in, int... expected) throws IOException {
        in.mark(expected.length);
        byte[] found = in.readNBytes(expected.length);
        in.reset();
        boolean same = found.length == expected.length;
        for (int at = 0; same && at < expected.length; at++) {
            same = (found[at] & 0xFF) == expected[at];
        }
        return same;
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
