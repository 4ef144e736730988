package io.tideline.survey.score;

import io.smallrye.mutiny.Uni;
import io.tideline.survey.survey.SurveyType;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * One period and segment; every score is computed from its counts, which are read once, when the first score is asked for.
 *
 * @param weighed the counts with the weights of customers, from the answers themselves
 */
@Description(
        "What customers say in surveys, in one period and segment. Each score is computed from counts of answers, never from other scores.")
public record Satisfaction(
        @Ignore Lens lens,
        @Ignore Uni<Counts> counts,
        @Ignore Uni<Counts> weighed,
        @Ignore Uni<CommentCounts> comments) {

    /** @param seen types answered anywhere in what is shown side by side */
    record Counts(ScoreCounts scores, DeliveryCounts deliveries, Set<SurveyType> seen) {
        Counts {
            seen = Set.copyOf(seen);
        }

        boolean hides(Figure figure) {
            SurveyType type = figure.type();
            return type == null ? deliveries.hidden().contains(figure.name()) : scores.isHidden(type);
        }

        static Counts of(Counted counted, Set<SurveyType> seen) {
            return new Counts(counted.scores(), counted.deliveries(), seen);
        }
    }

    /** Where every answer of a customer counts, kept counts do not know of customers. */
    Uni<Counts> countsFor(NpsWeighting weighting) {
        return weighting == NpsWeighting.ACCOUNT && lens.mode() == AnswerMode.ALL_RESPONSES ? weighed : counts;
    }

    static Satisfaction later(Lens lens, Uni<Counts> counts, Uni<Counts> weighed, Uni<CommentCounts> comments) {
        return new Satisfaction(
                lens,
                counts.memoize().indefinitely(),
                weighed.memoize().indefinitely(),
                comments.memoize().indefinitely());
    }

    static Satisfaction of(
            Lens lens, Counted counted, Set<SurveyType> seen, Uni<Counted> weighed, Uni<CommentCounts> comments) {
        return new Satisfaction(
                lens,
                Uni.createFrom().item(Counts.of(counted, seen)),
                weighed.map(found -> Counts.of(found, seen)),
                comments);
    }
}
