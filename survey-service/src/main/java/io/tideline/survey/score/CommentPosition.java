package io.tideline.survey.score;

import io.tideline.platform.graph.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The text that a page goes on behind: time and id of its answer, and its question, of which an answer may have several. All are null on the first page. */
record CommentPosition(@Nullable OffsetDateTime at, @Nullable UUID response, @Nullable String question) {
    private static final int PARTS = 3;
    private static final CommentPosition BEGINNING = new CommentPosition(null, null, null);

    /** INVALID_CURSOR where the cursor is of another list. */
    static CommentPosition of(@Nullable String cursor) {
        if (cursor == null) {
            return BEGINNING;
        }
        List<String> parts = Cursor.decode(cursor, PARTS);
        try {
            return new CommentPosition(
                    Instant.parse(parts.get(0)).atOffset(ZoneOffset.UTC), UUID.fromString(parts.get(1)), parts.get(2));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw Cursor.invalid();
        }
    }
}
