package io.tideline.survey.survey;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

@Type("Translation")
@Input("TranslationInput")
@Description("A survey in another language. What it leaves out is shown as it was written first.")
public record Translation(
        @NonNull @Description("BCP 47 tag.") String language,
        @Nullable @Description("Title.") String title,
        @Nullable @Description("Wording of the survey's own question.") String question,
        @Nullable @Description("Wordings of follow-up questions and options.") List<@NonNull TranslatedText> texts) {
    public Translation {
        texts = texts == null ? null : List.copyOf(texts);
    }
}
