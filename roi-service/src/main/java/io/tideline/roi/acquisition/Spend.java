package io.tideline.roi.acquisition;

import io.tideline.platform.stat.Exact;
import java.math.BigDecimal;

/**
 * What was spent in one currency, and what the ads of that money got. Counts are exact decimals too, since a campaign's figures may be divided among groups.
 *
 * @param ads amounts that ad platforms charged
 * @param advertising cost lines for advertising
 * @param other fees, labour, gifts, coupons and the rest
 */
record Spend(BigDecimal ads, BigDecimal clicks, BigDecimal conversions, BigDecimal advertising, BigDecimal other) {
    static final Spend NONE =
            new Spend(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    static Spend onAds(BigDecimal amount, long clicks, long conversions) {
        return new Spend(
                amount, BigDecimal.valueOf(clicks), BigDecimal.valueOf(conversions), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    static Spend line(BigDecimal amount, boolean advertising) {
        return new Spend(
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                advertising ? amount : BigDecimal.ZERO,
                advertising ? BigDecimal.ZERO : amount);
    }

    Spend plus(Spend more) {
        return new Spend(
                ads.add(more.ads),
                clicks.add(more.clicks),
                conversions.add(more.conversions),
                advertising.add(more.advertising),
                other.add(more.other));
    }

    /** The part that {@code part} of {@code whole} customers stand for. */
    Spend share(long part, long whole) {
        if (part == whole) {
            return this;
        }
        return new Spend(
                of(ads, part, whole),
                of(clicks, part, whole),
                of(conversions, part, whole),
                of(advertising, part, whole),
                of(other, part, whole));
    }

    BigDecimal adsOnly() {
        return ads.add(advertising);
    }

    BigDecimal full() {
        return adsOnly().add(other);
    }

    private static BigDecimal of(BigDecimal value, long part, long whole) {
        return value.multiply(BigDecimal.valueOf(part)).divide(BigDecimal.valueOf(whole), Exact.DIGITS);
    }
}
