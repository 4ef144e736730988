package io.tideline.survey.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is beyond a limit. Where the limit is that of many senders together, one who shows work is let through all the same, so that a flood
 * shuts out nobody who means it.
 */
@ApplicationScoped
class FloodGate {
    private static final int RETRY_SPREAD_SECONDS = 3;
    /** Requests that one proof is good for at once, and then a second: an answer has few parts and is seldom sent again. */
    private static final double PER_PROOF_BURST = 10;

    private static final double PER_PROOF_PER_SECOND = 0.5;

    private final ProofOfWork work;
    private final Buckets proofs = new Buckets(PER_PROOF_PER_SECOND, PER_PROOF_BURST);

    /** @param key Base64 of the secret that all replicas share */
    FloodGate(@ConfigProperty(name = "tideline.link.key") String key, DoorConfig config) {
        this.work = new ProofOfWork(Base64.getDecoder().decode(key), config.proofBits(), config.proofValidity());
    }

    /** Takes a token of the bucket; nothing else lets through. */
    static void pass(Buckets buckets, String key) {
        double wait = buckets.take(key, System.nanoTime());
        if (wait > 0) {
            throw DoorRefusal.tooMany(soon(wait));
        }
    }

    /** The way of one request. */
    Passage passage(@Nullable Proof proof) {
        return new Passage(this, proof);
    }

    boolean asksForWork() {
        return work.isAsked();
    }

    /** Takes the proof and charges for it; refuses what is none with a challenge. */
    void charge(@Nullable Proof proof, int retryAfterSeconds) {
        if (proof == null || !work.isAsked()) {
            throw DoorRefusal.tooMany(retryAfterSeconds);
        }
        Instant now = Instant.now();
        if (!work.isGood(proof, now)) {
            throw new ProofNeeded(work.challenge(proof, now), retryAfterSeconds);
        }
        pass(proofs, proof.survey() + '\0' + proof.response());
    }

    /** Whole seconds, spread so that those who were refused together do not come back together. */
    static int soon(double seconds) {
        return (int) Math.ceil(seconds) + ThreadLocalRandom.current().nextInt(RETRY_SPREAD_SECONDS);
    }
}
