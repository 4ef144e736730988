package io.tideline.platform.graph;

import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A keyset cursor: the sort values of the row it stands on, so that rows that come or go between two pages shift nothing. */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    public static String encode(Object... parts) {
        String text = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The parts of a cursor; INVALID_CURSOR where there are not as many as the connection's order needs. */
    public static List<String> decode(String cursor, int parts) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> decoded = List.of(text.split(SEPARATOR, -1));
            if (decoded.size() == parts) {
                return decoded;
            }
        } catch (IllegalArgumentException malformed) {
            throw invalid();
        }
        throw invalid();
    }

    public static AppException invalid() {
        return new AppException(ErrorCode.INVALID_CURSOR, "This cursor is not of this list.", Map.of());
    }
}
