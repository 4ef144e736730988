package io.tideline.local.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The id of a row that has none: the first 120 bits of SHA-256 over its values and over all columns of its line. The same line
 * read in the same way has the same id in every run; lines that differ only in a column that is not imported have different ones.
 */
final class RowId {
    private static final int BYTES = 15;
    private static final byte END = 0x1F;
    private static final byte ABSENT = 0x1E;

    private final MessageDigest digest;

    RowId() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String of(@Nullable String[] values, SourceRow row) {
        for (String value : values) {
            add(value);
        }
        for (int column = 0; column < row.width(); column++) {
            add(row.value(column));
        }
        return "line-" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), BYTES));
    }

    private void add(@Nullable String value) {
        if (value == null) {
            digest.update(ABSENT);
        } else {
            digest.update(value.getBytes(StandardCharsets.UTF_8));
        }
        digest.update(END);
    }
}
