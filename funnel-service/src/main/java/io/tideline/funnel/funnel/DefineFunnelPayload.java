package io.tideline.funnel.funnel;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What became of a definition. */
@Description("What became of a funnel's definition.")
public record DefineFunnelPayload(
        @Nullable @Description("The funnel as it stands now; null where the definition was refused.") Funnel funnel,
        @NonNull @Description("Why it was refused; empty where it was not.") List<@NonNull UserError> userErrors) {
    public DefineFunnelPayload {
        userErrors = List.copyOf(userErrors);
    }

    static DefineFunnelPayload refused(List<UserError> errors) {
        return new DefineFunnelPayload(null, errors);
    }
}
