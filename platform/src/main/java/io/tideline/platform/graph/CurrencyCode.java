package io.tideline.platform.graph;

import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.util.Currency;
import org.eclipse.microprofile.graphql.Description;

/** GraphQL scalar for a currency. */
@CustomScalar("CurrencyCode")
@Description("An ISO 4217 currency code of three capital letters: \"EUR\".")
public record CurrencyCode(String code) implements CustomStringScalar {
    public CurrencyCode {
        Currency.getInstance(code);
    }

    @Override
    public String stringValueForSerialization() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }
}
