package io.tideline.customer.alert;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What the mutations of alerts answer. */
@Description("What became of the input.")
public record AlertPayload(
        @Nullable @Description("The alert as it is now; null where there is none that the caller sees.") Alert alert,
        @NonNull @Description("Why the input was refused; empty where it was not.")
                List<@NonNull UserError> userErrors) {
    public AlertPayload {
        userErrors = List.copyOf(userErrors);
    }
}
