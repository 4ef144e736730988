package io.tideline.customer.alert;

import org.eclipse.microprofile.graphql.Description;

/** How much is at stake; decides what closing takes. */
@Description("How much is at stake.")
public enum AlertSeverity {
    @Description("One person handles it alone; closing it takes a note.")
    ORDINARY,
    @Description("The customer may be lost: closing it takes a note and the outcome.")
    HIGH
}
