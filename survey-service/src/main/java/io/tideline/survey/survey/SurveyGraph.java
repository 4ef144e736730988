package io.tideline.survey.survey;

import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.graphql.api.federation.link.Import;
import io.smallrye.graphql.api.federation.link.Link;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.access.Scope;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.InKeyOrder;
import io.tideline.platform.graph.ListSize;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Surveys as boards see them and as those who write them change them. */
@GraphQLApi
@Link(
        url = "https://specs.apollo.dev/federation/v2.9",
        _import = {
            @Import(name = "@key"),
            @Import(name = "@shareable"),
            @Import(name = "@requiresScopes"),
            @Import(name = "@cost"),
            @Import(name = "@listSize"),
            @Import(name = "FieldSet")
        })
public class SurveyGraph {
    private static final Set<Scope> READERS = Set.of(Scope.SATISFACTION_READ, Scope.SURVEY_WRITE, Scope.CUSTOMER_READ);

    private final CurrentCaller callers;
    private final SurveyStore store;
    private final PublishSurvey publish;
    private final CloseSurvey close;

    public SurveyGraph(CurrentCaller callers, SurveyStore store, PublishSurvey publish, CloseSurvey close) {
        this.callers = callers;
        this.store = store;
        this.publish = publish;
        this.close = close;
    }

    @ListSize(assumedSize = 10)
    @Query("surveys")
    @NonNull
    @RequiresScopes(scopes = {@ScopeGroup(@ScopeItem("satisfaction:read")), @ScopeGroup(@ScopeItem("survey:write"))})
    @Description("All surveys of the organisation, by key.")
    public Uni<List<@NonNull Survey>> surveys() {
        return store.all(callers.get().tenant());
    }

    @Query("survey")
    @RequiresScopes(scopes = {@ScopeGroup(@ScopeItem("satisfaction:read")), @ScopeGroup(@ScopeItem("survey:write"))})
    @Description("One survey by exactly one of its id and its key; null where there is none.")
    public Uni<@Nullable Survey> survey(
            @Name("id") @Id @Nullable @Description("Global id.") String id,
            @Name("key") @Nullable @Description("The organisation's own key.") String key) {
        String tenant = callers.get().tenant();
        if ((id == null) == (key == null)) {
            throw AppException.badInput("id", "Ask with id or with key.");
        }
        UUID asked = id == null ? SurveyStore.id(tenant, String.valueOf(key)) : GlobalId.uuid("Survey", id);
        return store.byIds(tenant, List.of(asked)).map(found -> found.isEmpty() ? null : found.get(0));
    }

    /** Those who may read scores, write surveys or see customers' answers meet surveys; to others there are none. */
    @Resolver
    public Uni<List<@Nullable Survey>> surveysById(List<String> id) {
        Caller caller = callers.get();
        List<UUID> asked = id.stream().map(one -> GlobalId.uuid("Survey", one)).toList();
        if (READERS.stream().noneMatch(caller::has)) {
            return Uni.createFrom().item(InKeyOrder.of(asked, List.of(), Survey::uuid));
        }
        return store.byIds(caller.tenant(), asked).map(found -> InKeyOrder.of(asked, found, Survey::uuid));
    }

    @NonNull
    @Description("All versions, oldest first.")
    @ListSize(assumedSize = 3)
    public Uni<List<@NonNull List<@NonNull SurveyVersion>>> versions(@Source List<Survey> surveys) {
        List<UUID> ids = surveys.stream().map(Survey::uuid).distinct().toList();
        return store.versions(callers.get().tenant(), ids).map(found -> {
            Map<UUID, List<SurveyVersion>> bySurvey =
                    found.stream().collect(Collectors.groupingBy(SurveyVersion::survey));
            return surveys.stream()
                    .map(survey -> bySurvey.getOrDefault(survey.uuid(), List.of()))
                    .toList();
        });
    }

    @Mutation("publishSurvey")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("survey:write")))
    @Description("Opens a survey: makes it, asks it anew in a new version, or opens it again.")
    public Uni<PublishSurveyPayload> publishSurvey(
            @Name("input") @NonNull @Description("The survey to open.") PublishSurveyInput input) {
        return publish.run(callers.get().tenant(), input);
    }

    @Mutation("closeSurvey")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("survey:write")))
    @Description("Closes a survey: it takes no new answers, those given stay.")
    public Uni<PublishSurveyPayload> closeSurvey(
            @Name("input") @NonNull @Description("The survey to close.") CloseSurveyInput input) {
        return close.run(callers.get().tenant(), GlobalId.uuid("Survey", input.survey()));
    }
}
