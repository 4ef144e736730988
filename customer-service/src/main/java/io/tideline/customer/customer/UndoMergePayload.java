package io.tideline.customer.customer;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What {@code undoMerge} answers. */
@Description("What became of the input.")
public record UndoMergePayload(
        @Nullable @Description("The customer, on its own again; null where the input was refused.") Customer customer,
        @NonNull @Description("Why the input was refused; empty where it was not.")
                List<@NonNull UserError> userErrors) {
    public UndoMergePayload {
        userErrors = List.copyOf(userErrors);
    }
}
