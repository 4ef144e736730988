package io.tideline.survey.response;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.ListSize;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What answers say beyond their score. */
@GraphQLApi
public class FollowUpGraph {
    private final CurrentCaller callers;
    private final GivenChoices choices;

    FollowUpGraph(CurrentCaller callers, GivenChoices choices) {
        this.callers = callers;
        this.choices = choices;
    }

    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("pii:read")))
    @Description("What the person said to follow-up questions.")
    @ListSize(assumedSize = 5)
    public Uni<List<@Nullable List<FollowUpAnswer>>> answers(@Source List<SurveyResponse> responses) {
        List<UUID> ids = responses.stream().map(SurveyResponse::uuid).distinct().toList();
        return choices.of(callers.get().tenant(), ids).map(found -> responses.stream()
                .<@Nullable List<FollowUpAnswer>>map(response -> answers(found.getOrDefault(response.uuid(), Map.of())))
                .toList());
    }

    private static List<FollowUpAnswer> answers(Map<String, List<String>> given) {
        return given.entrySet().stream()
                .map(answer -> new FollowUpAnswer(answer.getKey(), answer.getValue()))
                .toList();
    }
}
