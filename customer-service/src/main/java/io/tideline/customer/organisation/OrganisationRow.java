package io.tideline.customer.organisation;

import io.tideline.platform.ingest.IngestRow;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Settings as a batch brings them; what is null stays as it was. */
record OrganisationRow(@Nullable String name, @Nullable String timeZone, @Nullable String currency) {

    static OrganisationRow read(IngestRow row) {
        return new OrganisationRow(row.text("name"), zone(row), currency(row));
    }

    private static @Nullable String zone(IngestRow row) {
        String zone = row.text("time_zone");
        if (zone == null || ZoneId.getAvailableZoneIds().contains(zone)) {
            return zone;
        }
        throw row.invalid("time_zone", "must be a name of the IANA time zone database, such as Europe/Berlin");
    }

    private static @Nullable String currency(IngestRow row) {
        String currency = row.text("currency");
        try {
            return currency == null ? null : Currency.getInstance(currency).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw row.invalid("currency", "must be an ISO 4217 code, such as EUR");
        }
    }
}
