package io.tideline.survey.survey;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("TranslatedText")
@Input("TranslatedTextInput")
@Description("The wording of one follow-up question or option in another language.")
public record TranslatedText(
        @NonNull @Description("Key of the question, or of question and option with a dot between.") String key,
        @NonNull @Description("Wording.") String text) {}
