package io.tideline.customer.organisation;

import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.graph.TimeZone;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Settings that decide how an organisation's days are cut and its amounts are shown. */
@Description("Settings of the caller's organisation.")
public record Organisation(
        @NonNull @Description("Name as shown to people.") String name,
        @NonNull @Description("Zone in which days are cut where a query names none.") TimeZone timeZone,
        @NonNull @Description("Currency that reports are made in.") CurrencyCode currency) {

    static final TimeZone USUAL_ZONE = new TimeZone("UTC");
    static final CurrencyCode USUAL_CURRENCY = new CurrencyCode("EUR");

    /** An organisation that has set nothing yet goes by its key. */
    static Organisation unset(String tenant) {
        return new Organisation(tenant, USUAL_ZONE, USUAL_CURRENCY);
    }
}
