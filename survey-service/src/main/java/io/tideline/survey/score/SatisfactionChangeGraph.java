package io.tideline.survey.score;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.Cost;
import io.tideline.survey.survey.SurveyType;
import java.util.function.BiFunction;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** How scores of surveys moved against the period before. */
@GraphQLApi
public class SatisfactionChangeGraph {
    private final ShownScores shown;

    public SatisfactionChangeGraph(ShownScores shown) {
        this.shown = shown;
    }

    @NonNull
    @Description("How the net promoter score moved against the period before: as many whole months or days.")
    @Cost(weight = 10)
    public Uni<NpsChange> npsChange(
            @Source Satisfaction satisfaction,
            @Name("variant") @Nullable @Description("Scale asked on: nps.0_10 (default) or nps.1_10.") String variant) {
        SurveyType type = Readings.npsType(variant);
        return compared(
                satisfaction,
                "npsChange",
                (before, now) -> Readings.npsChange(
                        before.scores(),
                        now.scores(),
                        type,
                        satisfaction.lens().before().asOf()));
    }

    @NonNull
    @Description(
            "How the share of satisfied answers moved against the period before: as many whole months or days. Scales are never pooled.")
    @Cost(weight = 10)
    public Uni<ShareChange> csatChange(
            @Source Satisfaction satisfaction,
            @Name("variant")
                    @Nullable
                    @Description(
                            "csat.top2_of_5 (default: 4 and 5 of 5) or csat.top_box (top 1 of 3, 2 of 5 and 7, 3 of 10); means are no shares.")
                    String variant,
            @Name("scale")
                    @Nullable
                    @Description(
                            "Steps of the scale for csat.top_box: 3, 5, 7 or 10; by default the only one that was answered on in this period, else in the one before.")
                    Integer scale) {
        return compared(
                satisfaction,
                "csatChange",
                (before, now) -> Readings.csatChange(
                        before, now, variant, scale, satisfaction.lens().asOf()));
    }

    @NonNull
    @Description(
            "How the share of good answers about effort moved against the period before: as many whole months or days. For effort, low is good.")
    @Cost(weight = 10)
    public Uni<ShareChange> cesChange(
            @Source Satisfaction satisfaction,
            @Name("variant")
                    @Nullable
                    @Description(
                            "ces2.agree7.pct_positive (default: agrees that it was easy, 5 to 7 of 7) or ces.effort7.pct_low; means are no shares.")
                    String variant) {
        return compared(
                satisfaction,
                "cesChange",
                (before, now) -> Readings.cesChange(
                        before.scores(),
                        now.scores(),
                        variant,
                        satisfaction.lens().asOf()));
    }

    private <T> Uni<T> compared(
            Satisfaction satisfaction, String field, BiFunction<Satisfaction.Counts, Satisfaction.Counts, T> change) {
        satisfaction.lens().take(field, 1);
        return Uni.combine()
                .all()
                .unis(shown.whole(satisfaction.lens().before()), satisfaction.counts())
                .with(change);
    }
}
