package io.tideline.survey.feedback;

import io.tideline.survey.sentiment.Feeling;

/**
 * A theme that a comment touches.
 *
 * @param keyword the first that told it
 * @param feeling what the comment says of it
 */
record ThemeHit(String theme, String keyword, Feeling feeling) {}
