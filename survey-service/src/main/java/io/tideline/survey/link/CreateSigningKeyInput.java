package io.tideline.survey.link;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

@Input("CreateSigningKeyInput")
@Description("A signing key to make.")
public record CreateSigningKeyInput(
        @Nullable
                @Description(
                        "Not kept: a secret is shown once, so a repetition makes another key, and the first is to be revoked.")
                String idempotencyKey) {}
