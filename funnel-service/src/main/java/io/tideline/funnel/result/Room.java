package io.tideline.funnel.result;

import io.tideline.platform.error.AppException;
import java.util.concurrent.atomic.AtomicLong;

/** Bytes that one question may take for what it collects of its customers beside counts; all its lanes draw on them. */
final class Room {
    /** Times of 3,000,000 steps, or ids of 1,500,000 customers. */
    static final long USUAL = 24 << 20;

    private final AtomicLong left;

    Room(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    static Room usual() {
        return new Room(USUAL);
    }

    /** Fails where nothing is left. */
    void take(long bytes) {
        if (left.addAndGet(-bytes) < 0) {
            throw AppException.badInput(
                    "period",
                    "That many times and customers do not fit into one answer: ask for counts only, or for fewer days or customers.");
        }
    }
}
