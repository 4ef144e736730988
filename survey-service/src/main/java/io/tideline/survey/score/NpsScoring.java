package io.tideline.survey.score;

import io.tideline.platform.stat.Exact;
import io.tideline.platform.stat.Interval95;
import io.tideline.platform.stat.NetShare;
import io.tideline.platform.stat.Proportion;
import io.tideline.survey.survey.SurveyType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Net Promoter Score, in points from -100 to +100.
 * <pre>nps = 100 · (promoters - detractors) / answers     promoters 9..10, passives 7..8, detractors up to 6</pre>
 * Empty when nobody answered: 0 would claim that opinions balance.
 * <p>Source: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review 12/2003.
 */
public record NpsScoring(long promoters, long passives, long detractors) {
    private static final int LOWEST_PROMOTER = 9;
    private static final int LOWEST_PASSIVE = 7;
    private static final int POINTS = 100;

    public static NpsScoring of(ScoreCounts counts, SurveyType type) {
        return new NpsScoring(
                counts.answers(type, NpsScoring::isPromoter),
                counts.answers(type, score -> !isPromoter(score) && !isDetractor(score)),
                counts.answers(type, NpsScoring::isDetractor));
    }

    static boolean isPromoter(int score) {
        return score >= LOWEST_PROMOTER;
    }

    static boolean isDetractor(int score) {
        return score < LOWEST_PASSIVE;
    }

    public long answers() {
        return promoters + passives + detractors;
    }

    public @Nullable BigDecimal points() {
        BigDecimal share = Exact.ratio(promoters - detractors, answers());
        return share == null ? null : share.multiply(BigDecimal.valueOf(POINTS));
    }

    /** In points, cut at the ends of the scale; usable from the first answer on. */
    public Interval95 adjusted() {
        return points(NetShare.adjusted(promoters, passives, detractors));
    }

    /** In points, cut at the ends of the scale; of unanimous answers it has no width, which claims too much. */
    public Interval95 wald() {
        return points(share().wald());
    }

    /** In points. */
    public double standardError() {
        return share().standardError() * POINTS;
    }

    /** Whether a later score differs from this one; z is positive when it is lower. */
    public Proportion.Test compare(NpsScoring later) {
        return share().compare(later.share());
    }

    private static Interval95 points(Interval95 share) {
        return new Interval95(Math.max(-1, share.low()), Math.min(1, share.high()), share.method()).times(POINTS);
    }

    private NetShare share() {
        return NetShare.of(promoters, passives, detractors);
    }
}
