package io.tideline.platform.graph;

import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;

/** GraphQL scalar for exact decimals. It travels as a string, since a JSON number loses digits in many clients. */
@CustomScalar("Decimal")
@Description("An exact decimal number, written as a string without exponent: \"244091.94\".")
public record Decimal(BigDecimal value) implements CustomStringScalar {
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?");

    /** Reads what a client sent. An exponent is refused: a few characters could ask for a billion digits. */
    public Decimal(String text) {
        this(parsed(text));
    }

    public static Decimal of(long whole) {
        return new Decimal(BigDecimal.valueOf(whole));
    }

    @Override
    public String stringValueForSerialization() {
        return value.toPlainString();
    }

    private static BigDecimal parsed(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a plain decimal of at most 40 digits before and after the point");
        }
        return new BigDecimal(text);
    }

    @Override
    public String toString() {
        return stringValueForSerialization();
    }
}
