package io.tideline.survey.score;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A comment in a list.")
public record SurveyCommentEdge(
        @NonNull @Description("The comment.") SurveyComment node,
        @NonNull @Description("Where it stands.") String cursor) {}
