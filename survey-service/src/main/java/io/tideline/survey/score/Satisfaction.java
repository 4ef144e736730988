package io.tideline.survey.score;

import io.tideline.survey.survey.SurveyType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Counts of one period and segment; every score is computed from them when it is asked for.
 *
 * @param seen types answered anywhere in what is shown side by side with this
 */
@Description(
        "What customers say in surveys, in one period and segment. Each score is computed from counts of answers, never from other scores.")
public record Satisfaction(
        @Ignore Lens lens,
        @Ignore ScoreCounts scores,
        @Ignore DeliveryCounts deliveries,
        @Ignore Set<SurveyType> seen) {
    public Satisfaction {
        seen = Set.copyOf(seen);
    }

    static Satisfaction of(Lens lens, Counted counted, Set<SurveyType> seen) {
        return new Satisfaction(lens, counted.scores(), counted.deliveries(), seen);
    }

    @NonNull
    @Description(
            "Types of surveys with 1 to 29 counted answers: their scores swing widely and should be read with their intervals.")
    public List<@NonNull String> getSmallSamples() {
        return scores.types().stream()
                .filter(type -> scores.answers(type) < Readings.ENOUGH_ANSWERS)
                .map(SurveyType::text)
                .toList();
    }
}
