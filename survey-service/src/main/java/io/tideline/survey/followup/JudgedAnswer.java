package io.tideline.survey.followup;

import java.time.Instant;
import java.util.UUID;

/**
 * An answer that calls for a follow-up.
 *
 * @param customer the one that stands for who answered, or {@link #NOBODY}
 */
record JudgedAnswer(UUID response, UUID customer, FollowUpReason reason, Instant answeredAt) {
    /** Instead of a customer where it is not known who answered. */
    static final UUID NOBODY = new UUID(0, 0);

    boolean isOfNobody() {
        return customer.equals(NOBODY);
    }
}
