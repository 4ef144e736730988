package io.tideline.survey.survey;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("Choice")
@Input("ChoiceInput")
@Description("An option of a follow-up question.")
public record Choice(
        @NonNull @Description("Names it in answers: 1 to 40 letters, digits, - and _.") String key,
        @NonNull @Description("Wording.") String text) {}
