package io.tideline.roi.order;

import io.tideline.platform.ingest.IngestRow;
import io.tideline.platform.sql.Ids;
import io.tideline.roi.campaign.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order or a refund as it was sent.
 *
 * @param externalId the sender's id, or the id made from the row's content
 * @param amount negative for refunds
 * @param currency null for the organisation's
 * @param refundOf external id of the order that is taken back
 */
record OrderRow(
        String externalId,
        String customer,
        Instant at,
        BigDecimal amount,
        boolean refund,
        @Nullable String currency,
        @Nullable String campaign,
        @Nullable String refundOf) {

    static OrderRow read(IngestRow row) {
        String id = row.key("id");
        String refundOf = row.key("refund_of");
        BigDecimal amount = row.requiredDecimal("amount");
        boolean refund = RefundRules.isRefund(amount, refundOf);
        return new OrderRow(
                id == null ? Ids.ofContent("", "order", row.canonical()).toString() : id,
                row.requiredKey("customer"),
                row.requiredInstant("at"),
                RefundRules.signed(amount, refund),
                refund,
                Amounts.currency(row),
                row.key("campaign"),
                refundOf);
    }

    UUID id(String tenant) {
        return Ids.uuid(tenant, "order", externalId);
    }

    UUID customerId(String tenant) {
        return Ids.uuid(tenant, "customer", customer);
    }

    @Nullable
    UUID campaignId(String tenant) {
        return campaign == null ? null : Ids.uuid(tenant, "campaign", campaign);
    }

    @Nullable
    UUID refundOfId(String tenant) {
        return refundOf == null ? null : Ids.uuid(tenant, "order", refundOf);
    }
}
