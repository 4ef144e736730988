package io.tideline.survey.score;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.CellBudget;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.Granularity;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.time.Period;
import io.tideline.survey.customer.LabelKind;
import io.tideline.survey.survey.SurveyType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Scores of surveys by groups of customers and by buckets of time. */
@GraphQLApi
public class SatisfactionCutGraph {
    private final ShownScores shown;

    public SatisfactionCutGraph(ShownScores shown) {
        this.shown = shown;
    }

    @NonNull
    @Description(
            "The same by a property of the customers. The agent is the one an answer names, else who looked after the customer then. "
                    + CellBudget.RULE)
    @ListSize(assumedSize = 20)
    public Uni<List<@NonNull SatisfactionGroup>> by(
            @Source Satisfaction satisfaction,
            @Cost(weight = 5) @Name("dimension") @NonNull @Description("What the groups are made by.")
                    Dimension dimension) {
        Lens lens = satisfaction.lens();
        lens.take("dimension", 1);
        List<Period> period = List.of(lens.period());
        var said = comments(satisfaction, period, dimension);
        var weighed = weighed(satisfaction, period, dimension);
        return shown.parts(satisfaction, period, dimension).map(found -> {
            lens.take("dimension", found.size());
            Set<SurveyType> seen = seen(found);
            return found.stream()
                    .map(group -> new SatisfactionGroup(
                            dimension,
                            keyOf(dimension, group.key()),
                            group.label(),
                            Satisfaction.of(
                                    lens.group(dimension, group.key()),
                                    group,
                                    seen,
                                    of(weighed, 0, group.key()),
                                    at(said, 0, group.key()))))
                    .toList();
        });
    }

    @NonNull
    @Description("The same in calendar buckets, cut in the zone of the period, empty buckets included, at most 400. "
            + CellBudget.RULE)
    @ListSize(assumedSize = 12)
    public Uni<List<@NonNull SatisfactionPoint>> trend(
            @Source Satisfaction satisfaction,
            @Cost(weight = 5) @Name("granularity") @NonNull @Description("Length of the buckets.")
                    Granularity granularity) {
        Lens lens = satisfaction.lens();
        List<Period> buckets = lens.period().split(granularity);
        lens.take("granularity", 1 + buckets.size());
        var said = comments(satisfaction, buckets, null);
        var weighed = weighed(satisfaction, buckets, null);
        return shown.parts(satisfaction, buckets, null).map(found -> {
            Set<SurveyType> seen = seen(found);
            Map<Integer, Counted> byBucket =
                    found.stream().collect(Collectors.toMap(Counted::period, Function.identity()));
            return IntStream.range(0, buckets.size())
                    .mapToObj(number -> point(
                            lens.point(buckets.get(number)),
                            byBucket.getOrDefault(number, Counted.nothing(number)),
                            seen,
                            of(weighed, number, ""),
                            at(said, number, "")))
                    .toList();
        });
    }

    /** Read once for all parts, when customers' weights are asked for of the first. */
    private Uni<List<Counted>> weighed(Satisfaction whole, List<Period> periods, @Nullable Dimension dimension) {
        return shown.weighedParts(whole, periods, dimension).memoize().indefinitely();
    }

    private static Uni<Counted> of(Uni<List<Counted>> weighed, int period, String group) {
        return weighed.map(found -> found.stream()
                .filter(counted -> counted.period() == period && counted.key().equals(group))
                .findFirst()
                .orElseGet(() -> Counted.nothing(period)));
    }

    /** Read once for all parts, when the first of them is asked for. */
    private Uni<Map<CommentStore.Place, CommentCounts>> comments(
            Satisfaction whole, List<Period> periods, @Nullable Dimension dimension) {
        return shown.commentParts(whole, periods, dimension).memoize().indefinitely();
    }

    private static Uni<CommentCounts> at(Uni<Map<CommentStore.Place, CommentCounts>> said, int period, String group) {
        return said.map(found -> found.getOrDefault(new CommentStore.Place(period, group), CommentCounts.NONE));
    }

    private static SatisfactionPoint point(
            Lens lens, Counted counted, Set<SurveyType> seen, Uni<Counted> weighed, Uni<CommentCounts> comments) {
        return new SatisfactionPoint(
                lens.period().from(),
                lens.period().to(),
                lens.period().isCompleteAt(lens.asOf()),
                Satisfaction.of(lens, counted, seen, weighed, comments));
    }

    private static Set<SurveyType> seen(List<Counted> found) {
        Set<SurveyType> seen = EnumSet.noneOf(SurveyType.class);
        found.forEach(counted -> seen.addAll(counted.scores().answered()));
        return seen;
    }

    private static String keyOf(Dimension dimension, String key) {
        LabelKind kind = Segment.kindOf(dimension);
        return kind == null || key.isEmpty() ? key : GlobalId.of(kind.graphType(), UUID.fromString(key));
    }
}
