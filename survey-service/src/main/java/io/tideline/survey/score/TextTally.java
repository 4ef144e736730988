package io.tideline.survey.score;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counted texts, comments and texts to questions alike, by what they say.
 *
 * @param texts each text counts once, so an answer counts as often as something was written with it
 * @param answers how many answers they come from
 */
record TextTally(Map<Sentiment, Long> texts, long answers) {
    static final TextTally NONE = new TextTally(Map.of(), 0);

    TextTally {
        Map<Sentiment, Long> counted = new EnumMap<>(Sentiment.class);
        counted.putAll(texts);
        texts = counted;
    }

    TextTally with(Sentiment sentiment, long count, long more) {
        Map<Sentiment, Long> counted = new EnumMap<>(Sentiment.class);
        counted.putAll(texts);
        counted.merge(sentiment, count, Long::sum);
        return new TextTally(counted, answers + more);
    }

    long of(Sentiment sentiment) {
        return texts.getOrDefault(sentiment, 0L);
    }

    long all() {
        return texts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those that were read. */
    long read() {
        return all() - of(Sentiment.NOT_ENRICHED);
    }
}
