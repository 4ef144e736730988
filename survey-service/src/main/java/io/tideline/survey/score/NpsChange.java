package io.tideline.survey.score;

import io.tideline.platform.metric.Measure;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("How a net promoter score moved against the period before, and whether that is more than chance.")
public record NpsChange(
        @NonNull @Description("Score of the period before: as many months or days.") Measure previous,
        @NonNull @Description("Score of this period.") Measure current,
        @Nullable @Description("Current minus previous, in points; null where either has no answers.")
                Double difference,
        @Nullable
                @Description(
                        "Difference (previous minus current) in standard errors; null where either has no answers.")
                Double z,
        @Nullable @Description("Two-sided probability of a difference at least as large by chance, 0 to 1.")
                Double pValue,
        @Nullable
                @Description(
                        "True when pValue is below 0.05; null where nothing can be compared or either period has fewer than 30 answers.")
                Boolean significant) {

    private static final double LEVEL = 0.05;

    static NpsChange of(Measure previous, NpsScoring before, Measure current, NpsScoring now) {
        if (before.answers() == 0 || now.answers() == 0) {
            return new NpsChange(previous, current, null, null, null, null);
        }
        var test = before.compare(now);
        boolean enough = Math.min(before.answers(), now.answers()) >= Readings.ENOUGH_ANSWERS;
        return new NpsChange(
                previous,
                current,
                current.value() == null || previous.value() == null ? null : current.value() - previous.value(),
                Double.isInfinite(test.z()) ? null : test.z(),
                test.p(),
                enough ? test.p() < LEVEL : null);
    }
}
