package io.tideline.survey.score;

import io.tideline.platform.metric.Measure;
import io.tideline.platform.stat.Proportion;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Whether a share of good answers differs from that of the period before by more than chance.
 * <pre>
 * difference   b₂/n₂ - b₁/n₁                                  b good answers of n, 1 the period before
 * z            (b₁/n₁ - b₂/n₂) / √(p(1-p)(1/n₁ + 1/n₂))       p = (b₁ + b₂) / (n₁ + n₂)
 * </pre>
 * All answers good or none in both periods: z 0 and p 1.
 * <p>Source: the pooled test of two proportions, A. Agresti, "Categorical Data Analysis", 3rd edition, 3.2.
 */
@Description(
        "How a share of good answers moved against the period before, and whether that is more than chance: "
                + "the test of two proportions, z = (previous − current) ÷ √(p(1−p)(1/n₁ + 1/n₂)), p being the share in both periods together.")
public record ShareChange(
        @NonNull @Description("Share of the period before: as many months or days.") Measure previous,
        @NonNull @Description("Share of this period.") Measure current,
        @Nullable @Description("Current minus previous, -1 to 1; null where either has no answers.") Double difference,
        @Nullable
                @Description(
                        "Difference (previous minus current) in standard errors; 0 where all answers were good, or none. Null where either has no answers.")
                Double z,
        @Nullable @Description("Two-sided probability of a difference at least as large by chance, 0 to 1.")
                Double pValue,
        @Nullable
                @Description(
                        "True when pValue is below 0.05; null where nothing can be compared or either period has fewer than 30 answers.")
                Boolean significant) {

    private static final double LEVEL = 0.05;

    static ShareChange of(Measure previous, BoxScoring before, Measure current, BoxScoring now) {
        if (before.answers() == 0 || now.answers() == 0) {
            return new ShareChange(previous, current, null, null, null, null);
        }
        var test = Proportion.zTest(before.inside(), before.answers(), now.inside(), now.answers());
        boolean enough = Math.min(before.answers(), now.answers()) >= Readings.ENOUGH_ANSWERS;
        return new ShareChange(
                previous,
                current,
                current.value() == null || previous.value() == null ? null : current.value() - previous.value(),
                test.z(),
                test.p(),
                enough ? test.p() < LEVEL : null);
    }
}
