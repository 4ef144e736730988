package io.tideline.customer.customer;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What {@code upsertCustomers} takes. */
@Input("UpsertCustomersInput")
@Description("Customers to store.")
public record UpsertCustomersInput(
        @NonNull @Description("The customers, 1 to 500, each once.") List<@NonNull CustomerInput> customers,
        @Nullable @Description("Makes a retry harmless: the same key takes effect once.") String idempotencyKey) {}
