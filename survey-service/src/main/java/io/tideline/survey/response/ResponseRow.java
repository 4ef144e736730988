package io.tideline.survey.response;

import io.tideline.platform.ingest.IngestRow;
import io.tideline.platform.ingest.RowRejection;
import io.tideline.survey.survey.Survey;
import io.tideline.survey.survey.SurveyType;
import io.tideline.survey.survey.WantedSurvey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of answers as sent.
 *
 * @param response id of the answer within its survey; null where the row has none and is known by its content
 * @param content the row's canonical text, kept where it has no id
 * @param type makes the survey where it is new
 */
record ResponseRow(
        String survey,
        @Nullable String response,
        @Nullable String content,
        @Nullable SurveyType type,
        @Nullable Integer score,
        @Nullable String comment,
        @Nullable String language,
        @Nullable String customer,
        @Nullable String agent,
        @Nullable Instant at) {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST_KEY = 200;

    static ResponseRow read(IngestRow row) {
        String response = row.text("response");
        if (response != null && response.length() > LONGEST_KEY) {
            throw row.invalid("response", "is longer than " + LONGEST_KEY + " characters");
        }
        String survey = row.requiredText("survey");
        if (survey.length() > WantedSurvey.LONGEST_KEY) {
            throw row.invalid("survey", "is longer than " + WantedSurvey.LONGEST_KEY + " characters");
        }
        return new ResponseRow(
                survey,
                response,
                response == null ? row.canonical() : null,
                type(row),
                score(row),
                row.text("comment"),
                row.text("language"),
                row.key("customer"),
                row.key("agent"),
                at(row));
    }

    /** The answer, checked against its survey. */
    GivenAnswer of(Survey asked, String key) {
        SurveyType scale = asked.asked().type();
        if (type != null && type != scale) {
            throw new RowRejection(
                    "TYPE_CONFLICT",
                    "type",
                    type.text(),
                    "The survey asks for " + scale.text() + "; scores of two scales are never pooled.");
        }
        if (score != null && !scale.holds(score)) {
            throw new RowRejection(
                    "OUT_OF_SCALE",
                    "score",
                    String.valueOf(score),
                    "The scale goes from " + scale.lowest() + " to " + scale.highest() + ".");
        }
        return new GivenAnswer(asked, key, score, comment, language, customer, null, agent, at);
    }

    private static @Nullable SurveyType type(IngestRow row) {
        String text = row.text("type");
        return text == null
                ? null
                : SurveyType.of(text).orElseThrow(() -> row.invalid("type", "must be one of " + SurveyType.names()));
    }

    private static @Nullable Integer score(IngestRow row) {
        Long score = row.integer("score");
        if (score == null) {
            return null;
        }
        if (Math.abs(score) > Short.MAX_VALUE) {
            throw new RowRejection("OUT_OF_SCALE", "score", Objects.toString(score), "No scale is that long.");
        }
        return score.intValue();
    }

    private static @Nullable Instant at(IngestRow row) {
        Instant at = row.instant("at");
        if (at != null && (at.isBefore(EARLIEST) || !at.isBefore(LATEST))) {
            throw row.invalid("at", "must lie between " + EARLIEST + " and " + LATEST);
        }
        return at;
    }
}
