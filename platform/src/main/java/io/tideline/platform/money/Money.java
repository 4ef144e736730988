package io.tideline.platform.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;

/**
 * An exact amount of one currency (ISO 4217 code). The amount keeps every digit it was given:
 * sums are formed first and rounded once, with {@link #rounded()}.
 */
public record Money(BigDecimal amount, String currency) {
    public Money {
        minorDigits(currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** Adds exact amounts; refuses a mix of currencies, because no rate is known here. */
    public static Money sum(String currency, Collection<Money> amounts) {
        Money total = zero(currency);
        for (Money amount : amounts) {
            total = total.plus(amount);
        }
        return total;
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** To the minor unit of the currency, halves to the even neighbour. */
    public Money rounded() {
        return new Money(amount.setScale(minorDigits(currency), RoundingMode.HALF_EVEN), currency);
    }

    /** Whole minor units after rounding: cents of USD, fils of KWD, yen of JPY. */
    public long minorUnits() {
        return rounded().amount.unscaledValue().longValueExact();
    }

    public static Money ofMinorUnits(long units, String currency) {
        return new Money(BigDecimal.valueOf(units, minorDigits(currency)), currency);
    }

    /** Digits after the decimal point: JPY 0, USD 2, KWD 3. Refuses codes ISO 4217 does not know. */
    public static int minorDigits(String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        if (digits < 0) {
            throw new IllegalArgumentException("No amounts are kept in " + currency);
        }
        return digits;
    }

    private Money sameCurrency(Money other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException("Cannot add " + other.currency + " to " + currency);
        }
        return other;
    }
}
