package io.tideline.survey.link;

import io.tideline.platform.graph.Cost;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** @param salt see {@link SigningSecrets} */
@Type("SigningKey")
@Description(
        "A key that signs survey links and tells pages' visitors apart. Its secret is shown once, when it is made.")
@Cost(weight = 0)
public record SigningKey(
        @NonNull @Description("Names the key in what it signs.") String keyId,
        @Ignore String salt,
        @NonNull @Description("When it was made.") Instant createdAt,
        @Nullable @Description("Since when nothing it signed is believed; null while it is live.") Instant revokedAt) {
    boolean isLive() {
        return revokedAt == null;
    }
}
