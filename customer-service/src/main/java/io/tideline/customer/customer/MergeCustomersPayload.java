package io.tideline.customer.customer;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What {@code mergeCustomers} answers. */
@Description("What became of the input.")
public record MergeCustomersPayload(
        @Nullable @Description("The customer that stays, with the tags of both; null where the input was refused.")
                Customer customer,
        @NonNull @Description("Why the input was refused; empty where it was not.")
                List<@NonNull UserError> userErrors) {
    public MergeCustomersPayload {
        userErrors = List.copyOf(userErrors);
    }
}
