package io.tideline.survey.feedback;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param language BCP 47 tag of the answer or else of the customer; null where neither is known */
record UnreadComment(Verbatim verbatim, UUID survey, String text, @Nullable String language) {}
