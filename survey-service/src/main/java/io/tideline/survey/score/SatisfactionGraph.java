package io.tideline.survey.score;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.CellBudget;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.CurrentBudget;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.metric.Measure;
import io.tideline.survey.survey.SurveyType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Scores of surveys, of the organisation, its groups and its trend. */
@GraphQLApi
public class SatisfactionGraph {
    private final CurrentCaller callers;
    private final CurrentBudget budget;
    private final ScoreSettings settings;
    private final ShownScores shown;

    public SatisfactionGraph(CurrentCaller callers, CurrentBudget budget, ScoreSettings settings, ShownScores shown) {
        this.callers = callers;
        this.budget = budget;
        this.settings = settings;
        this.shown = shown;
    }

    @Cost(weight = 20)
    @Query("satisfaction")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("satisfaction:read")))
    @Description("Net promoter score, satisfaction, effort and rates of a period and segment.")
    public Uni<Satisfaction> satisfaction(
            @Name("period") @NonNull @Description("Local days in which answers were given.") PeriodInput period,
            @Name("segment") @Nullable @Description("Whose answers count; by default everybody's.")
                    SegmentInput segment,
            @Name("mode")
                    @DefaultValue("LATEST_PER_CUSTOMER")
                    @Nullable
                    @Description("Which answers of a customer count.")
                    AnswerMode mode,
            // Plain texts: a list of texts marked as ids is taken for one id, and every call was refused.
            @Name("surveys")
                    @Nullable
                    @Description("Global ids of the surveys to read; by default all, pooled by metric and scale.")
                    List<String> surveys) {
        Caller caller = callers.get();
        CellBudget cells = budget.get();
        Segment asked = Segment.of(caller, segment, surveys);
        AnswerMode counted = mode == null ? AnswerMode.LATEST_PER_CUSTOMER : mode;
        return settings.of(caller.tenant())
                .map(known -> known.lens(caller, period, asked, counted, cells))
                .map(shown::satisfaction);
    }

    @NonNull
    @Description(
            "Types of surveys with 1 to 29 counted answers: their scores swing widely and should be read with their intervals.")
    public Uni<List<@NonNull String>> smallSamples(@Source Satisfaction satisfaction) {
        return satisfaction.counts().map(counts -> counts.scores().types().stream()
                .filter(type -> counts.scores().answers(type) < Readings.ENOUGH_ANSWERS)
                .map(SurveyType::text)
                .toList());
    }

    @NonNull
    @Description("Net Promoter Score, -100 to 100 points: 100 × (promoters − detractors) ÷ answers.")
    public Uni<Measure> nps(
            @Source Satisfaction satisfaction,
            @Name("variant") @Nullable @Description("Scale asked on: nps.0_10 (default) or nps.1_10; never pooled.")
                    String variant,
            @Name("weighting")
                    @Nullable
                    @Description("Whose opinion counts how much; by default every answer the same.")
                    NpsWeighting weighting,
            @Name("interval")
                    @DefaultValue("ADJUSTED")
                    @Description("How the 95 % interval is made; there is none with the weighting ACCOUNT.")
                    NpsInterval interval) {
        SurveyType type = Readings.npsType(variant);
        NpsWeighting weights = weighting == null ? NpsWeighting.RESPONDENT : weighting;
        Instant asOf = satisfaction.lens().asOf();
        return satisfaction
                .countsFor(weights)
                .map(counts -> Readings.nps(counts.scores(), type, weights, interval, asOf));
    }

    @NonNull
    @Description(
            "How many answers gave each score of the scale, scores that nobody gave included; none where so few answered that the score is not shown.")
    @ListSize(assumedSize = 11)
    public Uni<List<@NonNull ScoreCount>> npsDistribution(
            @Source Satisfaction satisfaction,
            @Name("variant") @Nullable @Description("Scale asked on: nps.0_10 (default) or nps.1_10.") String variant) {
        SurveyType type = Readings.npsType(variant);
        return satisfaction.counts().map(counts -> counts.scores().distribution(type).entrySet().stream()
                .filter(count -> !counts.scores().isHidden(type))
                .map(count ->
                        new ScoreCount(count.getKey(), Math.toIntExact(count.getValue()), NpsGroup.of(count.getKey())))
                .toList());
    }

    @NonNull
    @Description("Customer satisfaction: answers in the top box ÷ answers, 0 to 1, or the mean answer.")
    public Uni<Measure> csat(
            @Source Satisfaction satisfaction,
            @Name("variant")
                    @Nullable
                    @Description(
                            "csat.top2_of_5 (default: 4 and 5 of 5), csat.top_box (top 1 of 3, 2 of 5 and 7, 3 of 10) or csat.mean.")
                    String variant,
            @Name("scale")
                    @Nullable
                    @Description(
                            "Steps of the scale for csat.top_box and csat.mean: 3, 5, 7 or 10; by default the only one that was answered on.")
                    Integer scale) {
        Instant asOf = satisfaction.lens().asOf();
        return satisfaction.counts().map(counts -> Readings.csat(counts.scores(), variant, scale, counts.seen(), asOf));
    }

    @NonNull
    @Description("Customer effort; its direction depends on the wording, see higherIsBetter of the definition.")
    public Uni<Measure> ces(
            @Source Satisfaction satisfaction,
            @Name("variant")
                    @Nullable
                    @Description(
                            "ces2.agree7.pct_positive (default: agrees that it was easy, 5 to 7 of 7), ces2.mean, ces.effort7.mean, ces.effort7.pct_low or ces.effort10.mean.")
                    String variant) {
        Instant asOf = satisfaction.lens().asOf();
        return satisfaction.counts().map(counts -> Readings.ces(counts.scores(), variant, asOf));
    }

    @NonNull
    @Description(
            "Share of the copies sent, or shown, in the period that came back answered, 0 to 1. NO_DATA where no copies were recorded.")
    public Uni<Measure> responseRate(
            @Source Satisfaction satisfaction,
            @Name("variant") @Nullable @Description("response_rate.sent (default) or response_rate.shown.")
                    String variant) {
        Instant asOf = satisfaction.lens().asOf();
        return satisfaction.counts().map(counts -> Readings.responseRate(counts.deliveries(), variant, asOf));
    }

    @NonNull
    @Description(
            "Share of the copies begun in the period that were answered, 0 to 1. NO_DATA where no copies were recorded.")
    public Uni<Measure> completionRate(@Source Satisfaction satisfaction) {
        Instant asOf = satisfaction.lens().asOf();
        return satisfaction.counts().map(counts -> Readings.completionRate(counts.deliveries(), asOf));
    }
}
