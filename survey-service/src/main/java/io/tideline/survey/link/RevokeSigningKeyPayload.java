package io.tideline.survey.link;

import io.tideline.platform.graph.UserError;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("What became of a signing key.")
public record RevokeSigningKeyPayload(
        @Nullable @Description("The key as it is now; null where there is none.") SigningKey key,
        @NonNull @Description("What has to be put right.") List<@NonNull UserError> userErrors) {
    public RevokeSigningKeyPayload {
        userErrors = List.copyOf(userErrors);
    }

    static RevokeSigningKeyPayload of(Optional<SigningKey> revoked) {
        UserError missing = new UserError("NOT_FOUND", "input.keyId", "There is no such key.");
        return new RevokeSigningKeyPayload(revoked.orElse(null), revoked.isPresent() ? List.of() : List.of(missing));
    }
}
