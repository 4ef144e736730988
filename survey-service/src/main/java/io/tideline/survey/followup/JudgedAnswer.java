package io.tideline.survey.followup;

import java.time.Instant;
import java.util.UUID;

/**
 * An answer that calls for a follow-up.
 *
 * @param customer the one that stands for who answered
 */
record JudgedAnswer(UUID response, UUID customer, FollowUpReason reason, Instant answeredAt) {}
