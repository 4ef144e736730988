package io.tideline.survey.link;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("RevokeSigningKeyInput")
@Description("A signing key that is to be believed no more.")
public record RevokeSigningKeyInput(
        @NonNull @Description("Names the key.") String keyId,
        @Nullable @Description("Not needed: revoking twice changes nothing.") String idempotencyKey) {}
