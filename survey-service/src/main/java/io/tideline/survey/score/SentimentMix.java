package io.tideline.survey.score;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.metric.Measure;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
        "What comments and texts to questions say. Every one of the period counts by itself, so an answer counts as often as something was written with it, whatever the mode; where a person corrected the label, the correction does.")
@Cost(weight = 0)
public record SentimentMix(
        @NonNull @Description("Share of the texts read that praise, 0 to 1.") Measure positive,
        @NonNull @Description("Share of the texts read that do neither, 0 to 1.") Measure neutral,
        @NonNull @Description("Share of the texts read that blame, 0 to 1.") Measure negative,
        @NonNull
                @Description(
                        "Share of all texts that are not read, not yet or not at all, 0 to 1: one minus the coverage.")
                Measure notEnriched) {}
