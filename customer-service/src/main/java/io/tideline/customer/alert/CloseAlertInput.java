package io.tideline.customer.alert;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What {@code closeAlert} takes. */
@Input("CloseAlertInput")
@Description("An alert that is done with.")
public record CloseAlertInput(
        @Id @NonNull @Description("Global id of the alert.") String alert,
        @Nullable @Description("A last note, at most 4000 characters; needed where the alert has none.") String note,
        @Nullable @Description("What handling it came to; needed where the severity is HIGH.") AlertOutcome outcome,
        @Nullable @Description("Makes a retry harmless: the same key takes effect once.") String idempotencyKey) {}
