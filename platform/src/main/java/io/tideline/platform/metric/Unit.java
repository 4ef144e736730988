package io.tideline.platform.metric;

import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;

/** What a value of 1 means. */
@Description("What a value of 1 means.")
public enum Unit {
    @Description("Share or growth as a fraction: 0.25 is 25 %.")
    RATIO,
    @Description("Number of things.")
    COUNT,
    @Description("Amount of the measure's currency.")
    MONEY,
    @Description("Elapsed seconds.")
    SECONDS,
    @Description("Elapsed days of 24 hours.")
    DAYS,
    @Description("Points of a net score, -100 to 100.")
    POINTS,
    @Description(
            "Score, higher or lower being better as its definition says; 0 to 100 unless the definition names another scale.")
    SCORE,
    @Description("Multiple of the denominator: 3 is three times as much.")
    TIMES;

    /** What a plain quotient is multiplied with to be in this unit. */
    BigDecimal scale() {
        return this == POINTS ? BigDecimal.valueOf(100) : BigDecimal.ONE;
    }
}
