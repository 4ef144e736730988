package io.tideline.roi.order;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.graph.Cursor;
import io.tideline.platform.graph.Decimal;
import io.tideline.platform.graph.GlobalId;
import io.tideline.roi.campaign.Campaign;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An order or a refund. */
@Description("An order, or a refund: a row of its own with a negative amount.")
public final class Order {
    private final Recorded recorded;
    private final Function<UUID, Uni<@Nullable Campaign>> campaigns;

    /** An order as it is stored. */
    public record Recorded(
            UUID id,
            String externalId,
            Instant at,
            BigDecimal amount,
            String currency,
            boolean refund,
            @Nullable UUID campaign) {

        public String cursor() {
            return Cursor.encode(at, id);
        }
    }

    /** @param campaigns finds the campaign that the order names */
    public Order(Recorded recorded, Function<UUID, Uni<@Nullable Campaign>> campaigns) {
        this.recorded = recorded;
        this.campaigns = campaigns;
    }

    @Id
    @NonNull
    @Description("Global id.")
    public String getId() {
        return GlobalId.of("Order", recorded.id());
    }

    @NonNull
    @Description("The organisation's own id.")
    public String getExternalId() {
        return recorded.externalId();
    }

    @NonNull
    @Description("When it was ordered or given back.")
    public Instant getAt() {
        return recorded.at();
    }

    @NonNull
    @Description("Exact amount; negative for a refund.")
    public Decimal getAmount() {
        return new Decimal(recorded.amount());
    }

    @NonNull
    @Description("Currency of the amount.")
    public CurrencyCode getCurrency() {
        return new CurrencyCode(recorded.currency());
    }

    @NonNull
    @Description("Whether this is a refund. Refunds count in revenue and never as orders.")
    public Boolean getRefund() {
        return recorded.refund();
    }

    Uni<@Nullable Campaign> campaign() {
        UUID campaign = recorded.campaign();
        return campaign == null ? Uni.createFrom().nullItem() : campaigns.apply(campaign);
    }
}
