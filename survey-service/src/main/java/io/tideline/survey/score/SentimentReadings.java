package io.tideline.survey.score;

import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Turns counts of comments into measures. */
final class SentimentReadings {
    private static final MetricCatalog CATALOG = MetricCatalog.load();

    private SentimentReadings() {}

    static SentimentMix mix(CommentCounts counts, Instant asOf) {
        return new SentimentMix(
                share("sentiment_positive", counts, Sentiment.POSITIVE, counts.read(), asOf),
                share("sentiment_neutral", counts, Sentiment.NEUTRAL, counts.read(), asOf),
                share("sentiment_negative", counts, Sentiment.NEGATIVE, counts.read(), asOf),
                share("sentiment_not_enriched", counts, Sentiment.NOT_ENRICHED, counts.all(), asOf));
    }

    /** Themes with the most comments first; of a part or a segment only those that so many comments touch. */
    static List<ThemeMix> themes(CommentCounts counts, int floor) {
        return counts.byTheme().entrySet().stream()
                .map(theme -> theme(theme.getKey(), theme.getValue()))
                .filter(theme -> theme.comments() >= floor)
                .sorted((one, other) -> other.comments() - one.comments())
                .toList();
    }

    private static ThemeMix theme(String name, Map<Sentiment, Long> counts) {
        int positive = Math.toIntExact(counts.getOrDefault(Sentiment.POSITIVE, 0L));
        int neutral = Math.toIntExact(counts.getOrDefault(Sentiment.NEUTRAL, 0L));
        int negative = Math.toIntExact(counts.getOrDefault(Sentiment.NEGATIVE, 0L));
        return new ThemeMix(name, positive + neutral + negative, positive, neutral, negative);
    }

    private static Measure share(String key, CommentCounts counts, Sentiment sentiment, long of, Instant asOf) {
        MetricDefinition definition = CATALOG.definition(key);
        return counts.hidden()
                ? Measure.none(definition, NoValueReason.TOO_FEW, asOf)
                : Measure.proportion(definition, counts.of(sentiment), of, asOf);
    }
}
