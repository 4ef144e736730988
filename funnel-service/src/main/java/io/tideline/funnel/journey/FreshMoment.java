package io.tideline.funnel.journey;

import java.util.Comparator;
import java.util.UUID;

/** A moment that is not packed yet. */
record FreshMoment(UUID customer, long time, long seq, int name) {
    static final Comparator<FreshMoment> ORDER = Comparator.comparing(FreshMoment::customer, CustomerIds.ORDER)
            .thenComparingLong(FreshMoment::time)
            .thenComparingLong(FreshMoment::seq);
}
