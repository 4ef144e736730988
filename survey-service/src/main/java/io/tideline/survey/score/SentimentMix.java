package io.tideline.survey.score;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.metric.Measure;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
        "What comments say. Every comment of the period counts, whatever the mode; where a person corrected the label, the correction does.")
@Cost(weight = 0)
public record SentimentMix(
        @NonNull @Description("Share of the comments read that praise, 0 to 1.") Measure positive,
        @NonNull @Description("Share of the comments read that do neither, 0 to 1.") Measure neutral,
        @NonNull @Description("Share of the comments read that blame, 0 to 1.") Measure negative,
        @NonNull
                @Description(
                        "Share of all comments that are not read, not yet or not at all, 0 to 1: one minus the coverage.")
                Measure notEnriched) {}
