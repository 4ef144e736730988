package io.tideline.roi.campaign;

import io.tideline.platform.ingest.IngestRow;
import io.tideline.platform.ingest.RowRejection;
import io.tideline.platform.money.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How amounts and currencies of rows are read. */
public final class Amounts {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private Amounts() {}

    /** The ISO 4217 code, or null where the row names none and the organisation's currency is meant. */
    public static @Nullable String currency(IngestRow row) {
        String text = row.text("currency");
        if (text == null) {
            return null;
        }
        String code = text.toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches() || !isKnown(code)) {
            throw row.invalid("currency", "must be a currency code of ISO 4217");
        }
        return code;
    }

    /** Whether amounts are kept in this currency. */
    public static boolean isKnown(String code) {
        try {
            return Money.minorDigits(code) >= 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    static @Nullable BigDecimal notNegative(IngestRow row, String field) {
        BigDecimal value = row.decimal(field);
        if (value != null && value.signum() < 0) {
            throw row.invalid(field, "must not be negative");
        }
        return value;
    }

    static @Nullable Long count(IngestRow row, String field) {
        Long value = row.integer(field);
        if (value != null && (value < 0 || value > Integer.MAX_VALUE)) {
            throw row.invalid(field, "must lie between 0 and " + Integer.MAX_VALUE);
        }
        return value;
    }

    static RowRejection missing(String field) {
        return new RowRejection("MISSING", field, null, "The field " + field + " is needed.");
    }
}
