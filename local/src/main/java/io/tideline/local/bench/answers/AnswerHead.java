package io.tideline.local.bench.answers;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a client needs of an answer's head, read from the bytes as they came.
 *
 * @param saysWhen whether a {@code Retry-After} is with it
 * @param length of the whole answer, its body too, in bytes
 */
record AnswerHead(int status, boolean saysWhen, int length) {
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WHEN = "retry-after:".getBytes(StandardCharsets.US_ASCII);
    private static final int SMALL = 0x20;

    /** Null until the head is whole. */
    static @Nullable AnswerHead of(byte[] bytes, int count) {
        int body = 0;
        boolean saysWhen = false;
        int line = lineEnd(bytes, 0, count) + 1;
        for (int next = lineEnd(bytes, line, count); line > 0 && next >= 0; next = lineEnd(bytes, line, count)) {
            if (next - line <= 1) {
                return new AnswerHead(number(bytes, STATUS_AT), saysWhen, next + 1 + body);
            }
            if (startsWith(bytes, line, LENGTH)) {
                body = number(bytes, line + LENGTH.length);
            } else if (startsWith(bytes, line, WHEN)) {
                saysWhen = true;
            }
            line = next + 1;
        }
        return null;
    }

    private static int lineEnd(byte[] bytes, int from, int count) {
        for (int at = from; at < count; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] name) {
        for (int at = 0; at < name.length; at++) {
            if ((bytes[from + at] | SMALL) != name[at]) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] == ' ') {
            at++;
        }
        int number = 0;
        for (; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            number = number * 10 + bytes[at] - '0';
        }
        return number;
    }
}
