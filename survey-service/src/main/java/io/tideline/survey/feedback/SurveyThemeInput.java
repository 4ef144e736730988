package io.tideline.survey.feedback;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SurveyThemeInput")
@Description("Something that comments may be about.")
public record SurveyThemeInput(
        @NonNull @Description("Its name, up to 50 characters.") String theme,
        @NonNull
                @Description(
                        "Words that tell it, up to 50 of up to 50 characters; Chinese ones are found anywhere, others where a word begins.")
                List<@NonNull String> keywords) {}
