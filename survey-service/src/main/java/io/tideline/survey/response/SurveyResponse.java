package io.tideline.survey.response;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.tideline.platform.graph.Cursor;
import io.tideline.platform.graph.GlobalId;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** @param uuid local id
 *  @param surveyId local id of the survey */
@Description("One answer to a survey, all its parts together.")
public record SurveyResponse(
        @Ignore UUID uuid,
        @Ignore UUID surveyId,
        @Description("Version of the survey that was answered.") int version,
        @NonNull @Description("What was asked on which scale.") String type,
        @Nullable @Description("Score on the survey's own scale; null where the survey was dismissed or not answered.")
                Integer score,
        @Nullable
                @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("pii:read")))
                @Description("What the person wrote, as it was written; plain text, never markup.")
                String comment,
        @Nullable @Description("Language the person answered in, as a BCP 47 tag.") String language,
        @NonNull @Description("When the person answered; what periods go by.") Instant answeredAt,
        @Nullable @Description("When the sender said it was, where it said so; a time in the future was not believed.")
                Instant claimedAt,
        @NonNull @Description("When it was stored.") Instant recordedAt) {

    @Id
    @NonNull
    @Description("Global id.")
    public String getId() {
        return GlobalId.of("SurveyResponse", uuid);
    }

    String cursor() {
        return Cursor.encode(answeredAt, uuid);
    }
}
