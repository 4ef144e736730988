package io.tideline.gateway.execute;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Walks over JSON text byte by byte and refuses what is not JSON; decodes nothing. */
final class JsonScanner {
    private static final int DEEPEST = 200;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long TOP_BITS = 0x8080808080808080L;
    private static final long QUOTES = '"' * EACH;
    private static final long BACKSLASHES = '\\' * EACH;
    private static final long SPACES = ' ' * EACH;

    final byte[] bytes;
    final int end;
    int at;

    JsonScanner(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /** Skips white space and returns the byte that follows, which stays unread. */
    int peek() {
        while (at < end) {
            byte next = bytes[at];
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next;
            }
            at++;
        }
        throw new MalformedAnswer("the answer ends too early");
    }

    boolean isAtEnd() {
        while (at < end && bytes[at] <= ' ') {
            at++;
        }
        return at >= end;
    }

    void expect(char wanted) {
        if (peek() != wanted) {
            throw new MalformedAnswer("'" + wanted + "' is missing at byte " + at);
        }
        at++;
    }

    /** Reads a comma before another member, or the closing mark: false at the end. */
    boolean next(char close) {
        int mark = peek();
        at++;
        if (mark == close) {
            return false;
        }
        if (mark != ',') {
            throw new MalformedAnswer("',' is missing at byte " + (at - 1));
        }
        return true;
    }

    /** Whether the object or array that was just opened is empty; then its closing mark is read. */
    boolean isEmpty(char close) {
        if (peek() == close) {
            at++;
            return true;
        }
        return false;
    }

    /** Reads this text if it stands here. */
    boolean skipText(byte[] text) {
        int length = text.length;
        if (end - at < length) {
            return false;
        }
        for (int index = 0; index < length; index++) {
            if (bytes[at + index] != text[index]) {
                return false;
            }
        }
        at += length;
        return true;
    }

    void skipString() {
        expect('"');
        while (at < end) {
            skipPlain();
            if (at >= end) {
                break;
            }
            byte next = bytes[at++];
            if (next == '"') {
                return;
            }
            if (next == '\\') {
                skipEscape();
            } else if (next >= 0 && next < ' ') {
                break;
            }
        }
        throw new MalformedAnswer("a string does not end at byte " + at);
    }

    /** Skips eight bytes at a time as long as they are neither a quote nor a backslash nor below a space. */
    private void skipPlain() {
        int last = end - Long.BYTES;
        int next = at;
        while (next <= last) {
            long word = (long) WORD.get(bytes, next);
            long marks = (zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES) | ((word - SPACES) & ~word)) & TOP_BITS;
            if (marks != 0) {
                next += Long.numberOfTrailingZeros(marks) / Byte.SIZE;
                break;
            }
            next += Long.BYTES;
        }
        at = next;
    }

    /** The top bit of the lowest byte that is zero is set; of bytes above it, it may be. */
    private static long zeros(long word) {
        return (word - EACH) & ~word;
    }

    private void skipEscape() {
        int kind = at < end ? bytes[at++] : -1;
        if (kind == 'u') {
            for (int digit = 0; digit < 4; digit++) {
                if (at >= end || Character.digit(bytes[at++], 16) < 0) {
                    throw new MalformedAnswer("a bad escape at byte " + at);
                }
            }
        } else if ("\"\\/bfnrt".indexOf(kind) < 0) {
            throw new MalformedAnswer("a bad escape at byte " + at);
        }
    }

    void skipValue(int depth) {
        if (depth > DEEPEST) {
            throw new MalformedAnswer("the answer nests too deep");
        }
        switch (peek()) {
            case '"' -> skipString();
            case '{' -> skipObject(depth);
            case '[' -> skipArray(depth);
            case 't' -> skipWord("true");
            case 'f' -> skipWord("false");
            case 'n' -> skipWord("null");
            default -> skipNumber();
        }
    }

    private void skipObject(int depth) {
        at++;
        if (isEmpty('}')) {
            return;
        }
        do {
            peek();
            skipString();
            expect(':');
            skipValue(depth + 1);
        } while (next('}'));
    }

    private void skipArray(int depth) {
        at++;
        if (isEmpty(']')) {
            return;
        }
        do {
            skipValue(depth + 1);
        } while (next(']'));
    }

    void skipWord(String word) {
        for (int index = 0; index < word.length(); index++) {
            if (at >= end || bytes[at++] != word.charAt(index)) {
                throw new MalformedAnswer("an unknown word at byte " + at);
            }
        }
    }

    private void skipNumber() {
        int from = at;
        if (at < end && bytes[at] == '-') {
            at++;
        }
        int digits = skipDigits();
        boolean zero = digits > 1 && bytes[at - digits] == '0';
        if (at < end && bytes[at] == '.') {
            at++;
            digits = Math.min(digits, skipDigits());
        }
        if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
            at++;
            if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            digits = Math.min(digits, skipDigits());
        }
        if (digits == 0 || zero) {
            throw new MalformedAnswer("no value at byte " + from);
        }
    }

    private int skipDigits() {
        int from = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at - from;
    }
}
