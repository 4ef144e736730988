package io.tideline.survey.feedback;

import io.tideline.survey.sentiment.Opinion;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param opinion null where the comment cannot be read */
record ReadComment(UUID response, @Nullable Opinion opinion, List<ThemeHit> hits) {
    ReadComment {
        hits = List.copyOf(hits);
    }
}
