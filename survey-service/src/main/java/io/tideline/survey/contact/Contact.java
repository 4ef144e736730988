package io.tideline.survey.contact;

import io.tideline.survey.survey.SurveyType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One copy of a survey that came to a person.
 *
 * @param at when it was sent or, where it was not, first shown
 * @param shownAt when it was shown; null where it was only sent
 */
record Contact(UUID survey, SurveyType type, Instant at, @Nullable Instant shownAt) {}
