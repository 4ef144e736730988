package io.tideline.customer.alert;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What {@code takeAlert} takes. */
@Input("TakeAlertInput")
@Description("An alert to take on.")
public record TakeAlertInput(
        @Id @NonNull @Description("Global id of the alert.") String alert,
        @Nullable @Description("Makes a retry harmless: the same key takes effect once.") String idempotencyKey) {}
