package io.tideline.survey.contact;

import io.tideline.survey.survey.SurveyType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One copy of a survey that came to a person, or will.
 *
 * @param at when it was sent or, where it was not, first shown; of a link that was only made, when that was
 * @param shownAt when it was shown; null where it was only sent or made
 * @param reservedUntil of a link that was only made, until when it counts; otherwise null
 */
record Contact(UUID survey, SurveyType type, Instant at, @Nullable Instant shownAt, @Nullable Instant reservedUntil) {}
