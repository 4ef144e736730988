package io.tideline.roi.campaign;

import io.tideline.platform.ingest.IngestRow;
import io.tideline.platform.sql.Ids;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cost line as it was sent.
 *
 * @param campaign external id, or null for a cost of the whole organisation
 * @param amount for labour hours × rate
 * @param currency null for the organisation's
 * @param from null where the line has no time of its own
 */
record CostRow(
        String identity,
        boolean named,
        @Nullable String campaign,
        CostKind kind,
        BigDecimal amount,
        @Nullable BigDecimal hours,
        @Nullable BigDecimal rate,
        @Nullable String currency,
        @Nullable Moment from,
        @Nullable Moment until) {

    static CostRow read(IngestRow row) {
        BigDecimal hours = Amounts.notNegative(row, "hours");
        BigDecimal rate = Amounts.notNegative(row, "rate");
        Moment from = Moment.read(row, "from");
        Moment until = Moment.read(row, "until");
        if (until != null && from == null) {
            throw Amounts.missing("from");
        }
        if (until != null && !until.isAfter(from)) {
            throw row.invalid("until", "must be later than from, and a day where from is one");
        }
        String id = row.text("id");
        return new CostRow(
                id == null ? row.canonical() : id,
                id != null,
                row.key("campaign"),
                kind(row),
                amount(row, hours, rate),
                hours,
                rate,
                Amounts.currency(row),
                from,
                until);
    }

    UUID id(String tenant) {
        return named ? Ids.uuid(tenant, "cost", identity) : Ids.ofContent(tenant, "cost", identity);
    }

    @Nullable
    UUID campaignId(String tenant) {
        return campaign == null ? null : Ids.uuid(tenant, "campaign", campaign);
    }

    private static CostKind kind(IngestRow row) {
        try {
            return CostKind.valueOf(row.requiredText("kind").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw row.invalid("kind", "must be one of fee, labour, gift, coupon, ad, tool, other");
        }
    }

    private static BigDecimal amount(IngestRow row, @Nullable BigDecimal hours, @Nullable BigDecimal rate) {
        BigDecimal stated = Amounts.notNegative(row, "amount");
        BigDecimal worked = CostRules.labour(hours, rate);
        if (stated == null) {
            if (worked == null) {
                throw Amounts.missing("amount");
            }
            return worked;
        }
        if (worked != null && stated.compareTo(worked) != 0) {
            throw row.invalid("amount", "is not hours times rate");
        }
        return stated;
    }
}
