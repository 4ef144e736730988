package io.tideline.roi.cut;

import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.time.Period;
import io.tideline.roi.customer.Organisation;
import io.tideline.roi.customer.Segment;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question about a period: whose facts, which days, in which currency, as known when.
 *
 * @param currency asked for, or null for the usual one
 */
public record Asked(
        Segment segment, Period period, Organisation organisation, @Nullable CurrencyCode currency, Instant asOf) {
    private static final Duration JUST_BEFORE = Duration.ofNanos(1000);

    /** Tags count where they are active at the end of the period, or now while it runs. */
    public static Asked of(
            Caller caller,
            @Nullable SegmentInput segment,
            Period period,
            Organisation organisation,
            @Nullable CurrencyCode currency) {
        Instant now = Instant.now();
        Instant end = period.end().minus(JUST_BEFORE);
        Segment whose = Segment.of(caller, segment, end.isBefore(now) ? end : now);
        return new Asked(whose, period, organisation, currency, now);
    }

    /** Segment, bounds of the buckets and dimension: the first fourteen parameters of every statement that cuts. */
    public Tuple arguments(Cut cut) {
        return segment.arguments()
                .addArrayOfOffsetDateTime(bounds(cut))
                .addString(cut.dimension() == null ? null : cut.dimension().name());
    }

    /** Where buckets begin and, last, where the last one ends. */
    public OffsetDateTime[] bounds(Cut cut) {
        List<OffsetDateTime> bounds = new ArrayList<>();
        bounds.add(period.start().atOffset(ZoneOffset.UTC));
        cut.buckets(period).forEach(bucket -> bounds.add(bucket.end().atOffset(ZoneOffset.UTC)));
        return bounds.toArray(OffsetDateTime[]::new);
    }
}
