package io.tideline.survey.door;

import io.vertx.core.json.JsonObject;

/** A flooded survey takes an answer for a proof of work, or later without. */
final class ProofNeeded extends DoorRefusal {
    private static final long serialVersionUID = 1L;

    private final String challenge;
    private final int bits;

    ProofNeeded(ProofOfWork.Challenge challenge, int retryAfterSeconds) {
        super(
                429,
                "PROOF_NEEDED",
                "Too many answers; send the same with a proof of work, or come back later.",
                null,
                retryAfterSeconds);
        this.challenge = challenge.text();
        this.bits = challenge.bits();
    }

    @Override
    JsonObject body() {
        return super.body().put("challenge", challenge).put("bits", bits);
    }
}
