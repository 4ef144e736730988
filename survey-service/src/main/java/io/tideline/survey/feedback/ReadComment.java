package io.tideline.survey.feedback;

import io.tideline.survey.sentiment.Opinion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param opinion null where the text cannot be read */
record ReadComment(Verbatim verbatim, @Nullable Opinion opinion, List<ThemeHit> hits) {
    ReadComment {
        hits = List.copyOf(hits);
    }
}
