package io.tideline.platform.graph;

import io.tideline.platform.error.AppException;
import io.tideline.platform.time.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Half-open local days as a client asks for them. */
@Input("PeriodInput")
@Description("Local days from `from` up to, but without, `to`.")
public record PeriodInput(
        @NonNull @Description("First local day of the period.") LocalDate from,
        @NonNull @Description("First local day after the period.") LocalDate to,
        @Nullable @Description("Zone in which days are cut; by default the organisation's.") TimeZone timeZone) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** The period in its own zone or, where it names none, in the organisation's. */
    public Period in(ZoneId organisationZone) {
        if (!from.isBefore(to)) {
            throw AppException.badInput("period", "A period must end after it begins: " + from + " to " + to + ".");
        }
        if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
            throw AppException.badInput(
                    "period", "A period must lie between " + FIRST_YEAR + " and " + LAST_YEAR + ".");
        }
        return new Period(from, to, timeZone == null ? organisationZone : timeZone.zone());
    }
}
