package io.tideline.roi.order;

import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.graph.Decimal;
import io.tideline.platform.graph.UserError;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Input and payload of the mutation on orders. */
public final class OrderInputs {
    private OrderInputs() {}

    /** Orders to record. */
    @Input("RecordOrdersInput")
    @Description("Orders and refunds; each is taken once for its id.")
    public record RecordOrdersInput(
            @NonNull @Description("Orders and refunds, at most 1,000.") List<@NonNull OrderInput> orders,
            @Nullable
                    @Description(
                            "The sender's key for this request: the same key again changes nothing and is answered alike.")
                    String idempotencyKey) {}

    /** An order or a refund. */
    @Input("OrderInput")
    @Description("An order, or a refund: a negative amount, or one that names the order it takes back.")
    public record OrderInput(
            @NonNull @Description("The organisation's own id.") String externalId,
            @NonNull @Description("The organisation's own id of the customer.") String customer,
            @NonNull @Description("When it was ordered or given back.") Instant at,
            @NonNull @Description("Exact amount; 0 is an order too.") Decimal amount,
            @Nullable @Description("Currency; the organisation's without it.") CurrencyCode currency,
            @Nullable @Description("The organisation's own id of the campaign it came by.") String campaign,
            @Nullable @Description("The organisation's own id of the order that is taken back.") String refundOf) {}

    /** What became of recorded orders. */
    @Description("What became of the orders.")
    public record RecordOrdersPayload(
            @Description("Orders and refunds that were new.") int accepted,
            @Description("Orders and refunds that were known.") int duplicates,
            @NonNull @Description("Why nothing was done; empty on success.") List<@NonNull UserError> userErrors) {}
}
