package io.tideline.roi.customer;

import io.tideline.platform.graph.CurrencyCode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings that numbers depend on.
 *
 * @param zone where days are cut
 * @param currency ISO 4217 code that amounts are shown in where several currencies occur
 */
public record Organisation(ZoneId zone, String currency) {
    /** Until settings are heard of. */
    static final Organisation UNSET = new Organisation(ZoneOffset.UTC, "EUR");

    /** The currency named, or the organisation's where none is. */
    public String currencyOr(@Nullable String named) {
        return named == null ? currency : named;
    }

    /** The currency that amounts are shown in: the one asked for, else the only one there is, else the organisation's. Others are never added to it. */
    public String currencyFor(Set<String> present, @Nullable CurrencyCode asked) {
        if (asked != null) {
            return asked.code();
        }
        return present.size() == 1 ? present.iterator().next() : currency;
    }
}
