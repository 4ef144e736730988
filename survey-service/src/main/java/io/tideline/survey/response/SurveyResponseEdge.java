package io.tideline.survey.response;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("An answer in its place in the list.")
public record SurveyResponseEdge(
        @NonNull @Description("The answer.") SurveyResponse node,
        @NonNull @Description("Where to go on after it.") String cursor) {}
