package io.tideline.survey.response;

import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PageRequest;
import io.tideline.survey.survey.Survey;
import io.tideline.survey.survey.SurveyStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Answers of customers, and answers that staff bring. */
@GraphQLApi
public class ResponseGraph {
    private final CurrentCaller callers;
    private final SurveyStore surveys;
    private final ResponseReads reads;
    private final SubmitResponse submit;

    public ResponseGraph(CurrentCaller callers, SurveyStore surveys, ResponseReads reads, SubmitResponse submit) {
        this.callers = callers;
        this.surveys = surveys;
        this.reads = reads;
        this.submit = submit;
    }

    /** Knows no customer by itself: whose id it is shows in the rows that are read for it. */
    @Resolver
    public Uni<List<Customer>> customersById(List<String> id) {
        Caller caller = callers.get();
        List<UUID> uuids =
                id.stream().map(one -> GlobalId.uuid("Customer", one)).toList();
        CustomersAsked asked = new CustomersAsked(
                uuids.stream().distinct().toList(),
                (customers, request, nps) -> reads.ofCustomers(caller, customers, request, nps));
        return Uni.createFrom()
                .item(uuids.stream()
                        .map(uuid -> new Customer(GlobalId.of("Customer", uuid), uuid, asked))
                        .toList());
    }

    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:read")))
    @Description(
            "What the customer answered, newest first, surveys dismissed included. Null where the caller may not see the customer's rows.")
    @ListSize(assumedSize = 20, slicingArguments = "first", sizedFields = "edges", requireOneSlicingArgument = false)
    public Uni<@Nullable SurveyResponseConnection> responses(
            @Source Customer customer,
            @Name("first") @DefaultValue("20") @Nullable @Description("How many, 1 to 100.") Integer first,
            @Name("after") @Nullable @Description("Cursor to go on after.") String after) {
        PageRequest request = PageRequest.of(first, after);
        return customer.asked().page(customer.uuid(), request).map(found -> found.map(
                        own -> SurveyResponseConnection.of(own.page(), request))
                .orElse(null));
    }

    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:read")))
    @Description(
            "Score of the latest answer to a net promoter survey, on whichever scale it was asked; null where there is none.")
    public Uni<@Nullable Integer> latestNps(@Source Customer customer) {
        return customer.asked().latestNps(customer.uuid()).map(found -> found.map(CustomerResponses::latestNps)
                .orElse(null));
    }

    @NonNull
    @Description("The survey that was answered, in its current version.")
    public Uni<List<@NonNull Survey>> survey(@Source List<SurveyResponse> responses) {
        List<UUID> ids =
                responses.stream().map(SurveyResponse::surveyId).distinct().toList();
        return surveys.byIds(callers.get().tenant(), ids).map(found -> {
            Map<UUID, Survey> byId = found.stream().collect(Collectors.toMap(Survey::uuid, Function.identity()));
            return responses.stream()
                    .map(response -> Objects.requireNonNull(byId.get(response.surveyId())))
                    .toList();
        });
    }

    @Mutation("submitSurveyResponse")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("survey:write")))
    @Description("Stores an answer that was given to a person.")
    public Uni<SubmitSurveyResponsePayload> submitSurveyResponse(
            @Name("input") @NonNull @Description("The answer.") SubmitSurveyResponseInput input) {
        return submit.run(callers.get().tenant(), input);
    }
}
