package io.tideline.roi.campaign;

import io.tideline.platform.ingest.IngestRow;
import io.tideline.platform.sql.Ids;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ad figures of a campaign and a day as they were sent; a count that is absent is 0. */
record AdSpendRow(
        String identity,
        boolean named,
        String campaign,
        Moment at,
        long impressions,
        long clicks,
        BigDecimal amount,
        @Nullable String currency,
        long conversions,
        long deals) {

    static AdSpendRow read(IngestRow row) {
        String id = row.text("id");
        BigDecimal amount = Amounts.notNegative(row, "amount");
        if (amount == null) {
            throw Amounts.missing("amount");
        }
        return new AdSpendRow(
                id == null ? row.canonical() : id,
                id != null,
                row.requiredKey("campaign"),
                Moment.required(row, "at"),
                orZero(Amounts.count(row, "impressions")),
                orZero(Amounts.count(row, "clicks")),
                amount,
                Amounts.currency(row),
                orZero(Amounts.count(row, "conversions")),
                orZero(Amounts.count(row, "deals")));
    }

    UUID id(String tenant) {
        return named ? Ids.uuid(tenant, "adSpend", identity) : Ids.ofContent(tenant, "adSpend", identity);
    }

    UUID campaignId(String tenant) {
        return Ids.uuid(tenant, "campaign", campaign);
    }

    static long orZero(@Nullable Long count) {
        return Objects.requireNonNullElse(count, 0L);
    }
}
