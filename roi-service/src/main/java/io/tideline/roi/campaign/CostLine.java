package io.tideline.roi.campaign;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.graph.Decimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Something that was paid for a campaign. */
@Description("Something that was paid for a campaign.")
@Cost(weight = 0)
public record CostLine(
        @Id @NonNull @Description("Id of the line.") String id,
        @NonNull @Description("What was paid for.") CostKind kind,
        @NonNull @Description("Exact amount; for labour hours × rate.") Decimal amount,
        @NonNull @Description("Currency of amount and rate.") CurrencyCode currency,
        @Nullable @Description("Working hours; null where the line is no labour.") Decimal hours,
        @Nullable @Description("Cost of one hour.") Decimal rate,
        @Nullable @Description("From when the cost runs, or when it fell; null where it has no time of its own.")
                Instant from,
        @Nullable
                @Description(
                        "Until when it runs, exclusive; it is spread evenly over that time. Null for a cost that fell at once.")
                Instant until) {

    /** Hours and hourly rate. */
    record Work(@Nullable BigDecimal hours, @Nullable BigDecimal rate) {}

    /** The time a cost belongs to. */
    record Stretch(@Nullable Instant from, @Nullable Instant until) {}

    static CostLine of(UUID id, CostKind kind, BigDecimal amount, String currency, Work work, Stretch stretch) {
        return new CostLine(
                id.toString(),
                kind,
                new Decimal(amount),
                new CurrencyCode(currency),
                decimal(work.hours),
                decimal(work.rate),
                stretch.from,
                stretch.until);
    }

    static List<CostLine> joined(List<CostLine> lines, List<CostLine> more) {
        return Stream.concat(lines.stream(), more.stream()).toList();
    }

    private static @Nullable Decimal decimal(@Nullable BigDecimal value) {
        return value == null ? null : new Decimal(value);
    }
}
