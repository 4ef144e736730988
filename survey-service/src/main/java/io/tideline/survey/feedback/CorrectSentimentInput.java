package io.tideline.survey.feedback;

import io.tideline.survey.sentiment.Feeling;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("CorrectSentimentInput")
@Description("What a comment, or a text to a question, says in the eyes of the person who asks.")
public record CorrectSentimentInput(
        @NonNull @Id @Description("Global id of the answer.") String response,
        @Nullable
                @Description(
                        "Key of the text question that it answers; left out, or empty, for the comment beside the score.")
                String question,
        @NonNull @Description("What it says; neutral, too, may be a correction.") Feeling sentiment,
        @Nullable @Description("Not needed: the same correction again changes nothing.") String idempotencyKey) {}
