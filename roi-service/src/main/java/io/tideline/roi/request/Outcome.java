package io.tideline.roi.request;

import io.tideline.platform.graph.UserError;
import java.util.List;

/**
 * What a mutation did.
 *
 * @param reused whether the key came with another input before; nothing was done then
 */
public record Outcome(int accepted, int duplicates, boolean reused) {

    public List<UserError> errors() {
        return reused
                ? List.of(new UserError(
                        "IDEMPOTENCY_KEY_REUSED", "idempotencyKey", "This key was used before with another input."))
                : List.of();
    }
}
