package io.tideline.survey.response;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("SubmitSurveyResponseInput")
@Description("An answer that was given to a person, on the telephone for example.")
public record SubmitSurveyResponseInput(
        @NonNull @Id @Description("Global id of the survey.") String survey,
        @Nullable @Description("Score on the survey's own scale; null where the person did not answer.") Integer score,
        @Nullable @Description("What the person said, up to 4000 characters.") String comment,
        @Nullable @Description("Language the person answered in, as a BCP 47 tag.") String language,
        @Nullable @Id @Description("Global id of the customer who answered.") String customer,
        @Nullable @Id @Description("Global id of the agent the answer is about; by default the customer's own.")
                String agent,
        @Nullable @Description("When the person answered; by default now.") Instant answeredAt,
        @Nullable @Description("Makes a repetition safe: the same key and answer again is stored once.")
                String idempotencyKey) {}
