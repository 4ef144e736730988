package io.tideline.survey.survey;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** @param uuid local id */
@Key(fields = @FieldSet("id"))
@RequiresScopes(
        scopes = {
            @ScopeGroup(@ScopeItem("satisfaction:read")),
            @ScopeGroup(@ScopeItem("survey:write")),
            @ScopeGroup(@ScopeItem("customer:read"))
        })
@Description("A survey with one question, in its current version. Its answers keep the version they were given to.")
public record Survey(
        @Ignore UUID uuid,
        @NonNull @Description("The organisation's own key.") String key,
        @NonNull @Description("Unguessable key of 128 bits under which pages show the survey and send answers.")
                String publicKey,
        @NonNull @Description("Whether it takes answers.") SurveyStatus status,
        @Description("Current version of the question, from 1.") int version,
        @Ignore Question asked,
        @Nullable @Description("Web origins that may show it and send answers; null for any.")
                List<@NonNull String> allowedOrigins,
        @Nullable @Description("How many answers it takes; null for any number.") Quota quota,
        @Nullable @Description("Where and to whom it is shown; null for everywhere and everybody.") Target target,
        @NonNull @Description("When it was opened, or opened again.") Instant publishedAt,
        @Nullable @Description("When it was closed; null while it is open.") Instant closedAt) {

    public Survey {
        allowedOrigins = allowedOrigins == null ? null : List.copyOf(allowedOrigins);
    }

    @Id
    @NonNull
    @Description("Global id.")
    public String getId() {
        return GlobalId.of("Survey", uuid);
    }

    @NonNull
    @Description(
            "What is asked on which scale: nps.0_10, nps.1_10, csat.3, csat.5, csat.7, csat.10, ces2.agree7, ces.effort7 or ces.effort10.")
    public String getType() {
        return asked.type().text();
    }

    @NonNull
    @Description("The metric variant that its answers are read by unless another is asked for.")
    public MetricDefinition getDefinition() {
        return MetricCatalog.load().definition(asked.type().metricVariant());
    }

    @NonNull
    @Description("Title of the current version.")
    public String getTitle() {
        return asked.title();
    }

    @NonNull
    @Description("Wording of the current version.")
    public String getQuestion() {
        return asked.text();
    }

    @NonNull
    @Description("Language of the wording, as a BCP 47 tag.")
    public String getLanguage() {
        return asked.language();
    }

    @NonNull
    @Description("Where the score leads; without one that holds, to the first follow-up.")
    @ListSize(assumedSize = 3)
    public List<@NonNull Branch> getBranches() {
        return asked.design().branches();
    }

    @NonNull
    @Description("Questions after the survey's own, in order.")
    @ListSize(assumedSize = 3)
    public List<@NonNull FollowUp> getFollowUps() {
        return asked.design().followUps();
    }

    @NonNull
    @Description("The survey in other languages.")
    @ListSize(assumedSize = 3)
    public List<@NonNull Translation> getTranslations() {
        return asked.design().translations();
    }

    @Description("Lowest score of the scale.")
    public int getLowest() {
        return asked.type().lowest();
    }

    @Description("Highest score of the scale.")
    public int getHighest() {
        return asked.type().highest();
    }

    @Name("higherIsBetter")
    @Description("Whether a high score is a good one; the wording decides.")
    public boolean isHigherBetter() {
        return asked.type().higherIsBetter();
    }
}
