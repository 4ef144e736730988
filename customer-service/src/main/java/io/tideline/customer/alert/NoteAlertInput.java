package io.tideline.customer.alert;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What {@code noteAlert} takes. */
@Input("NoteAlertInput")
@Description("A note on an alert.")
public record NoteAlertInput(
        @Id @NonNull @Description("Global id of the alert.") String alert,
        @NonNull @Description("The note, at most 4000 characters.") String note,
        @Nullable @Description("Makes a retry harmless: the same key takes effect once.") String idempotencyKey) {}
