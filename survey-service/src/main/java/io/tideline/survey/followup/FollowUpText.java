package io.tideline.survey.followup;

import io.tideline.platform.graph.Cost;
import io.tideline.survey.score.CommentQuestion;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What somebody wrote to a text question of the survey.")
@Cost(weight = 0)
public record FollowUpText(
        @NonNull @Description("The question.") CommentQuestion question,
        @NonNull @Description("What the person wrote, as it was written; plain text, never markup.") String text) {}
