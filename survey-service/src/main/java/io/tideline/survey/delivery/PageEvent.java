package io.tideline.survey.delivery;

import io.tideline.survey.door.DoorJson;
import io.tideline.survey.door.Visit;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a page tells about the copy of a survey that it shows.
 *
 * @param survey public key
 * @param response the id that the answer has, or would have had
 * @param signed a token that proves to whom it is shown, or null
 */
record PageEvent(String survey, String response, EventKind kind, @Nullable Instant at, @Nullable String signed) {
    private static final Set<String> FIELDS = new TreeSet<>(Set.of("survey", "response", "event", "at", "signed"));
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_TOKEN = 1000;

    /** The same of the copy that a link leads to; as it is without one. */
    PageEvent of(@Nullable String link) {
        return link == null ? this : new PageEvent(survey, link, kind, at, signed);
    }

    static PageEvent read(Visit visit) {
        DoorJson json = DoorJson.read(visit.body().getBytes(), FIELDS);
        return new PageEvent(
                json.requiredText("survey", LONGEST_KEY),
                json.requiredText("response", LONGEST_KEY),
                EventKind.of(json.requiredText("event", LONGEST_KEY))
                        .filter(kind -> kind != EventKind.SENT)
                        .orElseThrow(() -> DoorJson.invalid("event", "must be shown, started or dismissed")),
                json.instant("at"),
                json.text("signed", LONGEST_TOKEN));
    }
}
