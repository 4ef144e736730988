package io.tideline.platform.graph;

import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;

/** GraphQL scalar for exact decimals. It travels as a string, since a JSON number loses digits in many clients. */
@CustomScalar("Decimal")
@Description("An exact decimal number, written as a string without exponent: \"244091.94\".")
public record Decimal(BigDecimal value) implements CustomStringScalar {
    public static final String SPECIFIED_BY = "https://www.w3.org/TR/xmlschema11-2/#decimal";

    public Decimal(String text) {
        this(new BigDecimal(text));
    }

    public static Decimal of(long whole) {
        return new Decimal(BigDecimal.valueOf(whole));
    }

    @Override
    public String stringValueForSerialization() {
        return value.toPlainString();
    }

    @Override
    public String toString() {
        return stringValueForSerialization();
    }
}
