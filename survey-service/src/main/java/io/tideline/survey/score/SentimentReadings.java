package io.tideline.survey.score;

import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import java.time.Instant;
import java.util.List;

/**
 * Turns counts of texts into measures.
 * <pre>
 * positive, neutral, negative   texts that say so / texts read        notEnriched   texts not read / texts
 * </pre>
 * n is texts: of an answer with a comment and two texts to questions each of the three counts by itself. The interval takes texts as independent of each other,
 * which those of one answer are not, so it is somewhat too narrow where answers bring several. Whether so few stand behind a share that it is hidden is judged
 * by answers.
 */
final class SentimentReadings {
    private static final MetricCatalog CATALOG = MetricCatalog.load();

    private SentimentReadings() {}

    static SentimentMix mix(CommentCounts counts, Instant asOf) {
        return new SentimentMix(
                share(
                        "sentiment_positive",
                        counts,
                        Sentiment.POSITIVE,
                        counts.whole().read(),
                        asOf),
                share(
                        "sentiment_neutral",
                        counts,
                        Sentiment.NEUTRAL,
                        counts.whole().read(),
                        asOf),
                share(
                        "sentiment_negative",
                        counts,
                        Sentiment.NEGATIVE,
                        counts.whole().read(),
                        asOf),
                share(
                        "sentiment_not_enriched",
                        counts,
                        Sentiment.NOT_ENRICHED,
                        counts.whole().all(),
                        asOf));
    }

    /** Themes with the most texts first; of a part or a segment only those that the texts of so many answers touch. */
    static List<ThemeMix> themes(CommentCounts counts, int floor) {
        return counts.byTheme().entrySet().stream()
                .filter(theme -> theme.getValue().answers() >= floor)
                .map(theme -> theme(theme.getKey(), theme.getValue()))
                .sorted((one, other) -> other.comments() - one.comments())
                .toList();
    }

    private static ThemeMix theme(String name, TextTally counts) {
        int positive = Math.toIntExact(counts.of(Sentiment.POSITIVE));
        int neutral = Math.toIntExact(counts.of(Sentiment.NEUTRAL));
        int negative = Math.toIntExact(counts.of(Sentiment.NEGATIVE));
        return new ThemeMix(name, positive + neutral + negative, positive, neutral, negative);
    }

    private static Measure share(String key, CommentCounts counts, Sentiment sentiment, long of, Instant asOf) {
        MetricDefinition definition = CATALOG.definition(key);
        return counts.hidden()
                ? Measure.none(definition, NoValueReason.TOO_FEW, asOf)
                : Measure.proportion(definition, counts.whole().of(sentiment), of, asOf);
    }
}
