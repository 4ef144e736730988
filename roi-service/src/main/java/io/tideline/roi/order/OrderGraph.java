package io.tideline.roi.order;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.UserError;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.roi.campaign.Campaign;
import io.tideline.roi.order.OrderInputs.OrderInput;
import io.tideline.roi.order.OrderInputs.RecordOrdersInput;
import io.tideline.roi.order.OrderInputs.RecordOrdersPayload;
import io.tideline.roi.request.Batch;
import io.tideline.roi.request.Request;
import io.tideline.roi.request.RequestStore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Orders that come one by one, beside the door for batches, and their campaigns. */
@GraphQLApi
public class OrderGraph {
    private static final int MAX_ORDERS = 1000;

    private final CurrentCaller callers;
    private final RequestStore requests;
    private final RecordOrders deed;

    public OrderGraph(CurrentCaller callers, RequestStore requests, RecordOrders deed) {
        this.callers = callers;
        this.requests = requests;
        this.deed = deed;
    }

    @Mutation("recordOrders")
    @NonNull
    @RequiresScopes(scopes = {@ScopeGroup(@ScopeItem("ingest:write")), @ScopeGroup(@ScopeItem("campaign:write"))})
    @Description("Records orders and refunds. Scope ingest:write or campaign:write.")
    public Uni<RecordOrdersPayload> recordOrders(
            @NonNull @Name("input") @Description("The orders.") RecordOrdersInput input) {
        Caller caller = callers.get();
        String tenant = caller.tenant();
        List<UserError> errors = check(input);
        if (!errors.isEmpty()) {
            return Uni.createFrom().item(new RecordOrdersPayload(0, 0, errors));
        }
        List<ReadRow<OrderRow>> rows = IntStream.range(0, input.orders().size())
                .mapToObj(i -> new ReadRow<>(i, row(input.orders().get(i))))
                .toList();
        return requests.once(
                        Request.of(caller, "recordOrders", input.idempotencyKey(), input),
                        transaction -> deed.within(transaction, tenant, rows).map(Batch::outcome))
                .map(outcome -> new RecordOrdersPayload(outcome.accepted(), outcome.duplicates(), outcome.errors()));
    }

    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description("The campaign that the order itself names. Scope campaign:read.")
    public Uni<@Nullable Campaign> campaign(@Source Order order) {
        return order.campaign();
    }

    private static List<UserError> check(RecordOrdersInput input) {
        List<UserError> errors = new ArrayList<>();
        if (input.orders().size() > MAX_ORDERS) {
            errors.add(new UserError("TOO_MANY", "orders", "At most " + MAX_ORDERS + " orders at once."));
        }
        for (int i = 0; i < input.orders().size() && errors.isEmpty(); i++) {
            OrderInput order = input.orders().get(i);
            if (order.externalId().isBlank() || order.customer().isBlank()) {
                errors.add(new UserError("MISSING", "orders." + i, "An order needs an id and a customer."));
            }
        }
        return errors;
    }

    private static OrderRow row(OrderInput order) {
        BigDecimal amount = order.amount().value();
        boolean refund = RefundRules.isRefund(amount, order.refundOf());
        return new OrderRow(
                order.externalId().strip(),
                order.customer().strip(),
                order.at(),
                RefundRules.signed(amount, refund),
                refund,
                order.currency() == null ? null : order.currency().code(),
                order.campaign(),
                order.refundOf());
    }
}
