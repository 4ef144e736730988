package io.tideline.survey.score;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.tideline.platform.graph.Cursor;
import io.tideline.platform.graph.GlobalId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** @param uuid local id of the answer
 *  @param surveyId local id of the survey */
@Description(
        "What somebody wrote with an answer, beside the score or to a text question, and what it says. An answer may have several.")
public record SurveyComment(
        @Ignore UUID uuid,
        @Ignore UUID surveyId,
        @Nullable @Description("The text question that it answers; null for the comment beside the score.")
                CommentQuestion question,
        @NonNull @Description("What was asked on which scale.") String type,
        @Nullable @Description("Score on the survey's own scale; null where none was given.") Integer score,
        @NonNull
                @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("pii:read")))
                @Description("What the person wrote, as it was written; plain text, never markup.")
                String text,
        @Nullable @Description("Language it was read in, or else the one the person answered in, as a BCP 47 tag.")
                String language,
        @NonNull @Description("When the person answered.") Instant answeredAt,
        @NonNull @Description("What it says: a person's correction, else the label by the weights.")
                Sentiment sentiment,
        @Nullable @Description("Probability of the label, 0 to 1; null where a person said it or nothing has read it.")
                Double confidence,
        @Description("Whether it praises one thing and blames another.") boolean mixed,
        @Nullable @Description("The latest correction; null where nobody has said otherwise.")
                SentimentCorrection correction,
        @NonNull @Description("Themes it touches.") List<@NonNull CommentTheme> themes) {
    public SurveyComment {
        themes = List.copyOf(themes);
    }

    @Id
    @NonNull
    @Description("Global id of the answer.")
    public String getResponse() {
        return GlobalId.of("SurveyResponse", uuid);
    }

    String cursor() {
        return Cursor.encode(answeredAt, uuid, question == null ? "" : question.key());
    }
}
