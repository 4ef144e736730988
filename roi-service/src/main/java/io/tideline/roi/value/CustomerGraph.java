package io.tideline.roi.value;

import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.Page;
import io.tideline.platform.graph.PageRequest;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.roi.order.Order;
import io.tideline.roi.order.OrderConnection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What a customer brought, and what winning the customer cost. */
@GraphQLApi
public class CustomerGraph {
    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final MetricDefinition HISTORIC = CATALOG.definition("ltv.historic");

    private final CurrentCaller callers;
    private final CustomerReading reading;

    public CustomerGraph(CurrentCaller callers, CustomerReading reading) {
        this.callers = callers;
        this.reading = reading;
    }

    @Resolver
    public Uni<List<Customer>> customerEntities(List<String> id) {
        Caller caller = callers.get();
        List<UUID> ids = id.stream().map(key -> GlobalId.uuid("Customer", key)).toList();
        return Uni.createFrom().item(reading.page(caller, ids));
    }

    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("value:read")))
    @Description(
            "What the customer has brought so far, refunds taken off, without prediction, MONEY; without a value before the first order. Scope value:read.")
    @Cost(weight = 1)
    public Uni<@Nullable Measure> lifetimeValue(
            @Source Customer customer,
            @Name("variant") @Description("ltv.historic (default), the only one served for single customers.") @Nullable
                    String variant) {
        if (variant != null && !CATALOG.resolve("ltv", variant).equals(HISTORIC)) {
            throw AppException.badInput("variant", variant + " is not served here; known: ltv.historic.");
        }
        CustomerPage page = customer.page();
        return Uni.combine()
                .all()
                .unis(page.organisation(), page.bought(customer.uuid()))
                .with((organisation, money) -> CustomerMeasures.historic(money, organisation, Instant.now()));
    }

    @RequiresScopes(scopes = {@ScopeGroup(@ScopeItem("value:read")), @ScopeGroup(@ScopeItem("acquisition:read"))})
    @Description(
            "What winning this customer cost: full cost of the campaign that won the customer ÷ customers that campaign won, MONEY. "
                    + "The campaign is the one the first order names, else the one that reached the customer; without a value where there is none. "
                    + "Scope value:read or acquisition:read.")
    @Cost(weight = 1)
    public Uni<@Nullable Measure> acquisitionCost(@Source Customer customer) {
        CustomerPage page = customer.page();
        return Uni.combine()
                .all()
                .unis(page.organisation(), page.costs(customer.uuid()))
                .with((organisation, money) -> CustomerMeasures.cost(money, organisation, Instant.now()));
    }

    @RequiresScopes(
            scopes = {
                @ScopeGroup(@ScopeItem("revenue:read")),
                @ScopeGroup(@ScopeItem("team:read")),
                @ScopeGroup(@ScopeItem("self:read"))
            })
    @Description(
            "The customer's orders and refunds, newest first. Team leads and agents see those of their own customers. "
                    + "Scope revenue:read, team:read or self:read.")
    @ListSize(assumedSize = 20, slicingArguments = "first", sizedFields = "edges", requireOneSlicingArgument = false)
    public Uni<@Nullable OrderConnection> orders(
            @Source Customer customer,
            @Name("first") @DefaultValue("20") @Description("How many, 1 to 100.") Integer first,
            @Name("after") @Description("Cursor to go on from.") @Nullable String after) {
        PageRequest request = PageRequest.of(first, after);
        CustomerPage page = customer.page();
        return page.orders(customer.uuid(), request).map(money -> connection(page, money, request));
    }

    private static @Nullable OrderConnection connection(
            CustomerPage page, @Nullable CustomerMoney money, PageRequest request) {
        if (money == null) {
            return null;
        }
        List<Order.Recorded> read =
                money.orders().stream().limit(request.size() + 1L).toList();
        Page<Order.Recorded> cut = Page.of(read, request, Order.Recorded::cursor);
        List<Order> orders =
                cut.rows().stream().map(row -> new Order(row, page::campaign)).toList();
        return OrderConnection.of(new Page<>(orders, cut.cursors(), cut.info()));
    }
}
