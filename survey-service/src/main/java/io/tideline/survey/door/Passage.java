package io.tideline.survey.door;

import org.jspecify.annotations.Nullable;

/** The way of one request through limits of many senders: its proof is looked at where the first is in the way and charged once, however many are. */
public final class Passage {
    private final FloodGate gate;
    private final @Nullable Proof proof;
    private volatile boolean worked;

    Passage(FloodGate gate, @Nullable Proof proof) {
        this.gate = gate;
        this.proof = proof;
    }

    /** Takes a token of the bucket, or else the proof. */
    void pass(Buckets buckets, String key) {
        double wait = buckets.take(key, System.nanoTime());
        if (wait > 0) {
            work(wait);
        }
    }

    /** Whether work lets this request through where others wait. */
    boolean isWorkTaken() {
        return proof != null && gate.asksForWork();
    }

    /**
     * Refuses who did not work.
     *
     * @param wait seconds until there may be room without
     */
    void work(double wait) {
        if (!worked) {
            gate.charge(proof, FloodGate.soon(wait));
            worked = true;
        }
    }
}
