package io.tideline.survey.link;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A new signing key.")
public record CreateSigningKeyPayload(
        @Nullable @Description("The key; null where userErrors says why not.") SigningKey key,
        @Nullable
                @Description(
                        "Its secret, shown this once: the bytes of this text are the key of HMAC-SHA256. Keep it on a server, never in a page.")
                String secret,
        @NonNull @Description("What has to be put right.") List<@NonNull UserError> userErrors) {
    public CreateSigningKeyPayload {
        userErrors = List.copyOf(userErrors);
    }

    static CreateSigningKeyPayload tooMany() {
        String message = "Two keys live already; revoke one first.";
        return new CreateSigningKeyPayload(null, null, List.of(new UserError("TOO_MANY_KEYS", null, message)));
    }
}
