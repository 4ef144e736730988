package io.tideline.survey.score;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counted comments by what they say, and by what they say of each theme.
 *
 * @param hidden whether they are too few to be shown
 */
record CommentCounts(Map<Sentiment, Long> bySentiment, Map<String, Map<Sentiment, Long>> byTheme, boolean hidden) {
    static final CommentCounts NONE = new CommentCounts(Map.of(), Map.of(), false);

    CommentCounts {
        Map<Sentiment, Long> sentiments = new EnumMap<>(Sentiment.class);
        sentiments.putAll(bySentiment);
        bySentiment = sentiments;
        byTheme = new TreeMap<>(byTheme);
    }

    CommentCounts unseen() {
        return new CommentCounts(Map.of(), Map.of(), true);
    }

    long of(Sentiment sentiment) {
        return bySentiment.getOrDefault(sentiment, 0L);
    }

    long all() {
        return bySentiment.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those that were read. */
    long read() {
        return all() - of(Sentiment.NOT_ENRICHED);
    }
}
