package io.tideline.customer.customer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What {@code undoMerge} takes. */
@Input("UndoMergeInput")
@Description("A customer that was merged into another by mistake.")
public record UndoMergeInput(
        @Id @NonNull @Description("Global id of the customer that went.") String customer,
        @Nullable @Description("Makes a retry harmless: the same key takes effect once.") String idempotencyKey) {}
