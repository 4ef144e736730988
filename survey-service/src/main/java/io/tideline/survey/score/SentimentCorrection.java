package io.tideline.survey.score;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What a person said that a comment says, the latest where several did.")
public record SentimentCorrection(
        @NonNull @Description("What it says.") Sentiment sentiment,
        @NonNull @Description("Name of who said so.") String by,
        @NonNull @Description("When.") Instant at) {}
