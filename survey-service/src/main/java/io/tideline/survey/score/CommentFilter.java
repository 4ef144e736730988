package io.tideline.survey.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which comments are listed; null does not narrow. */
record CommentFilter(@Nullable List<Sentiment> sentiments, @Nullable String theme) {
    static final CommentFilter ANY = new CommentFilter(null, null);

    CommentFilter {
        sentiments = sentiments == null ? null : List.copyOf(sentiments);
    }
}
