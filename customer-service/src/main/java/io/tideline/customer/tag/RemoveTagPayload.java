package io.tideline.customer.tag;

import io.tideline.customer.customer.Customer;
import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What {@code removeTag} answers. */
@Description("What became of the input.")
public record RemoveTagPayload(
        @Nullable @Description("The customer; null where there is none that the caller sees.") Customer customer,
        @Nullable @Description("The interval that was ended; null where the input was refused.") TagInterval tag,
        @NonNull @Description("Why the input was refused; empty where it was not.")
                List<@NonNull UserError> userErrors) {
    public RemoveTagPayload {
        userErrors = List.copyOf(userErrors);
    }
}
