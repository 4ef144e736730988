package io.tideline.survey.survey;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("CloseSurveyInput")
@Description("A survey that is to take no more answers.")
public record CloseSurveyInput(
        @NonNull @Id @Description("Global id of the survey.") String survey,
        @Nullable @Description("Not needed: closing twice changes nothing.") String idempotencyKey) {}
