package io.tideline.survey.score;

import io.tideline.platform.stat.Exact;
import io.tideline.platform.stat.Interval95;
import io.tideline.platform.stat.Mean;
import io.tideline.survey.survey.SurveyType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Mean answer in steps of its own scale, with Student's interval. Empty when nobody answered.
 * <pre>mean = Σ score · answers / Σ answers</pre>
 */
public record MeanScoring(long sum, long answers, double deviation) {
    public static MeanScoring of(ScoreCounts counts, SurveyType type) {
        long answers = counts.answers(type);
        long sum = counts.of(type).stream()
                .mapToLong(count -> count.score() * count.answers())
                .sum();
        double mean = answers == 0 ? 0 : (double) sum / answers;
        double squares = counts.of(type).stream()
                .mapToDouble(count -> count.answers() * (count.score() - mean) * (count.score() - mean))
                .sum();
        return new MeanScoring(sum, answers, answers < 2 ? 0 : Math.sqrt(squares / (answers - 1)));
    }

    public @Nullable BigDecimal mean() {
        return Exact.ratio(sum, answers);
    }

    /** Of fewer than two answers it spans everything. */
    public Interval95 interval() {
        return new Mean((double) sum / answers, deviation, answers).interval();
    }
}
