package io.tideline.survey.score;

import io.tideline.platform.graph.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@Description("How many answers gave one score.")
@Cost(weight = 0)
public record ScoreCount(
        @Description("Score on the survey's own scale.") int score,
        @Name("count") @Description("Answers that gave it.") int count,
        @NonNull @Description("Group of the net promoter score it belongs to.") NpsGroup group) {}
