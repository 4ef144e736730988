package io.tideline.customer.customer;

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
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PageRequest;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.sql.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Customers in the graph. */
@GraphQLApi
@Link(
        url = "https://specs.apollo.dev/federation/v2.9",
        _import = {
            @Import(name = "@key"),
            @Import(name = "@shareable"),
            @Import(name = "@requiresScopes"),
            @Import(name = "@cost"),
            @Import(name = "@listSize"),
            @Import(name = "@authenticated"),
            @Import(name = "FieldSet")
        })
public class CustomerGraph {
    private final CurrentCaller callers;
    private final CustomerStore store;

    public CustomerGraph(CurrentCaller callers, CustomerStore store) {
        this.callers = callers;
        this.store = store;
    }

    @Query("customer")
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:read")))
    @Description("One customer by exactly one of its ids; null where there is none that the caller sees. "
            + "The id of a merged customer finds the one it was merged into.")
    public Uni<@Nullable Customer> customer(
            @Id @Name("id") @Description("Global id.") @Nullable String id,
            @Name("externalId") @Description("The organisation's own id.") @Nullable String externalId) {
        Caller caller = callers.get();
        if ((id == null) == (externalId == null)) {
            throw AppException.badInput("id", "Ask with id or with externalId.");
        }
        UUID asked =
                id != null ? GlobalId.uuid(Customer.TYPE, id) : Ids.uuid(caller.tenant(), Customer.KIND, externalId);
        return store.byId(caller, List.of(asked)).map(found -> found.get(asked));
    }

    @ListSize(
            assumedSize = 20,
            slicingArguments = {"first", "last"},
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    @Query("customers")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:read")))
    @Description("Customers that the caller sees, newest acquired first unless ordered otherwise.")
    public Uni<CustomerConnection> customers(
            @Name("segment") @Description("Which customers; by default all. Tags are those carried now.") @Nullable
                    SegmentInput segment,
            @Cost(weight = 20)
                    @Name("search")
                    @Description("Text to find in the external id or, with the scope pii:read, in the name; "
                            + "case is ignored and no letter is a wildcard.")
                    @Nullable
                    String search,
            @Name("orderBy") @Description("How the list is sorted.") @Nullable CustomerOrder orderBy,
            @Name("first") @DefaultValue("20") @Description("Customers to list from the start, 1 to 100.") @Nullable
                    Integer first,
            @Name("after") @Description("Cursor to go on behind.") @Nullable String after,
            @Name("last") @Description("Customers to list from the end, 1 to 100.") @Nullable Integer last,
            @Name("before") @Description("Cursor to go back from.") @Nullable String before) {
        Caller caller = callers.get();
        CustomerOrder order = orderBy == null ? CustomerOrder.NEWEST_FIRST : orderBy;
        if (order.field() == CustomerOrderField.NAME) {
            caller.require(Scope.PII_READ);
        }
        PageRequest request = PageRequest.of(first, after, last, before);
        return store.page(CustomerFilter.of(caller, segment, search), order, request);
    }

    @Cost(weight = 10)
    @Name("totalCount")
    @NonNull
    @Description("How many customers the whole list has, on all pages.")
    public Uni<Integer> totalCount(@Source CustomerConnection connection) {
        return store.count(connection.asked());
    }

    @Resolver
    public Uni<List<@Nullable Customer>> customersById(@Name("id") List<String> id) {
        List<UUID> asked =
                id.stream().map(one -> GlobalId.uuid(Customer.TYPE, one)).toList();
        return store.byId(callers.get(), asked).map(found -> {
            List<@Nullable Customer> inOrder = new ArrayList<>();
            asked.forEach(one -> inOrder.add(found.get(one)));
            return inOrder;
        });
    }
}
