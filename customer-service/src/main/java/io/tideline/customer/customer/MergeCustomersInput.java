package io.tideline.customer.customer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What {@code mergeCustomers} takes. */
@Input("MergeCustomersInput")
@Description("Two customers that are one person.")
public record MergeCustomersInput(
        @Id @NonNull @Description("Global id of the customer that goes.") String from,
        @Id @NonNull @Description("Global id of the customer that stays.") String into,
        @Nullable @Description("Makes a retry harmless: the same key takes effect once.") String idempotencyKey) {}
