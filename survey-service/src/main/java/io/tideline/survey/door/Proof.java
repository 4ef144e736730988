package io.tideline.survey.door;

import org.jspecify.annotations.Nullable;

/**
 * What an answer brings to a flooded survey.
 *
 * @param survey public key of the survey that it is for
 * @param response id of the only answer that it is good for
 * @param text a challenge of this door and what solves it; null where nothing was worked for yet
 */
public record Proof(String survey, String response, @Nullable String text) {}
