package io.tideline.survey.feedback;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("SetSurveyThemesInput")
@Description("What a survey's comments are looked through for in one language, instead of what was before.")
public record SetSurveyThemesInput(
        @NonNull @Id @Description("Global id of the survey.") String survey,
        @NonNull @Description("Language of the comments: zh, en, ar, de, es, fr, it or pt.") String language,
        @NonNull @Description("The themes, up to 50; with none the usual ones of the language hold again.")
                List<@NonNull SurveyThemeInput> themes,
        @Nullable @Description("Not needed: the same themes again change nothing.") String idempotencyKey) {}
