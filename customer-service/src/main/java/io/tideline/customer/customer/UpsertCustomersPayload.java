package io.tideline.customer.customer;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What {@code upsertCustomers} answers. */
@Description("What became of the input.")
public record UpsertCustomersPayload(
        @NonNull @Description("The customers as they are now, in the order of the input; empty where it was refused.")
                List<@NonNull Customer> customers,
        @NonNull @Description("Why the input was refused, all of it; empty where it was not.")
                List<@NonNull UserError> userErrors) {
    public UpsertCustomersPayload {
        customers = List.copyOf(customers);
        userErrors = List.copyOf(userErrors);
    }
}
