package io.tideline.funnel.frozen;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What was kept. */
@Description("What was kept of a funnel.")
public record FreezeFunnelPayload(
        @Nullable @Description("The result as it is kept, perhaps since earlier; null where it was refused.")
                FrozenFunnel frozen,
        @NonNull @Description("Why it was refused; empty where it was not.") List<@NonNull UserError> userErrors) {
    public FreezeFunnelPayload {
        userErrors = List.copyOf(userErrors);
    }

    static FreezeFunnelPayload refused(UserError error) {
        return new FreezeFunnelPayload(null, List.of(error));
    }
}
