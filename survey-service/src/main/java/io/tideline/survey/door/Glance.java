package io.tideline.survey.door;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The survey that a body seems to speak of, found without reading it as JSON. Good enough to turn somebody away where the door has no room, and never used
 * to let anybody in.
 */
final class Glance {
    private static final byte[] FIELD = "\"survey\"".getBytes(StandardCharsets.US_ASCII);
    /** The field stands first in what widgets send; what hides it deeper is read in full and refused then. */
    private static final int NEAR = 1024;

    private static final int LONGEST_KEY = 64;

    private Glance() {}

    static @Nullable String surveyIn(Buffer body) {
        byte[] bytes = body.getBytes(0, Math.min(body.length(), NEAR));
        for (int at = 0; at < bytes.length - FIELD.length; at++) {
            if (bytes[at] == '"' && isField(bytes, at)) {
                return text(bytes, at + FIELD.length);
            }
        }
        return null;
    }

    private static boolean isField(byte[] bytes, int from) {
        for (int at = 1; at < FIELD.length; at++) {
            if (bytes[from + at] != FIELD[at]) {
                return false;
            }
        }
        return true;
    }

    /** The text behind the colon. */
    private static @Nullable String text(byte[] bytes, int from) {
        int start = from;
        while (start < bytes.length && bytes[start] != '"') {
            if (bytes[start] != ':' && bytes[start] > ' ') {
                return null;
            }
            start++;
        }
        for (int end = start + 1; end < Math.min(bytes.length, start + LONGEST_KEY); end++) {
            if (bytes[end] == '"') {
                return new String(bytes, start + 1, end - start - 1, StandardCharsets.US_ASCII);
            }
        }
        return null;
    }
}
