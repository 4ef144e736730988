package io.tideline.survey.survey;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("PublishSurveyInput")
@Description("A survey to open. What is left out stays as it is, or is as usual where the survey is new.")
public record PublishSurveyInput(
        @NonNull
                @Description(
                        "The organisation's own key; a known one is asked anew, in a new version where anything differs.")
                String key,
        @NonNull
                @Description(
                        "What is asked on which scale: nps.0_10, nps.1_10, csat.3, csat.5, csat.7, csat.10, ces2.agree7, ces.effort7 or ces.effort10.")
                String type,
        @Nullable @Description("Title; by default the key.") String title,
        @Nullable @Description("Wording; by default the usual English one of the type.") String question,
        @Nullable @Description("Language of the wording as a BCP 47 tag; by default en.") String language,
        @Nullable
                @Description(
                        "Web origins, such as https://shop.example, that may show it, or * for any page; a new survey may be shown by any.")
                List<@NonNull String> allowedOrigins,
        @Nullable @Description("Where the score leads; without one that holds, to the first follow-up.")
                List<@NonNull Branch> branches,
        @Nullable @Description("Questions after the survey's own, at most 20; an empty list takes them away.")
                List<@NonNull FollowUp> followUps,
        @Nullable @Description("The survey in other languages, at most 50; an empty list takes them away.")
                List<@NonNull Translation> translations,
        @Nullable @Description("How many answers it takes.") Quota quota,
        @Nullable @Description("Where and to whom it is shown; one without anything: everywhere and to everybody.")
                Target target,
        @Nullable @Description("Not needed: publishing the same survey twice changes nothing.") String idempotencyKey) {
    public PublishSurveyInput {
        allowedOrigins = allowedOrigins == null ? null : List.copyOf(allowedOrigins);
        branches = branches == null ? null : List.copyOf(branches);
        followUps = followUps == null ? null : List.copyOf(followUps);
        translations = translations == null ? null : List.copyOf(translations);
    }
}
