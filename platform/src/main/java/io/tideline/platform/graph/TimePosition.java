package io.tideline.platform.graph;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row that a page goes on behind, in a list by time and id: the parts of its {@link Cursor}. Both are null on the first page. */
public record TimePosition(@Nullable OffsetDateTime at, @Nullable UUID id) {
    private static final TimePosition BEGINNING = new TimePosition(null, null);

    /** INVALID_CURSOR where the cursor is of another list. */
    public static TimePosition of(@Nullable String cursor) {
        if (cursor == null) {
            return BEGINNING;
        }
        List<String> parts = Cursor.decode(cursor, 2);
        try {
            return new TimePosition(
                    Instant.parse(parts.get(0)).atOffset(ZoneOffset.UTC), UUID.fromString(parts.get(1)));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw Cursor.invalid();
        }
    }
}
