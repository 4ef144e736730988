package io.tideline.survey.response;

import io.tideline.survey.door.DoorJson;
import io.tideline.survey.door.DoorRefusal;
import io.tideline.survey.door.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a page sends: an answer or one more part of it.
 *
 * @param survey public key
 * @param response the id the page minted, which is also the idempotency key
 * @param score null in a part that brings something else
 * @param customer a customer's external id as the page claims it; kept, and believed only once it is signed
 * @param answeredAt when the person answered, by the page's clock
 * @param version version of the survey that was shown; null for the current one
 * @param signed a token that proves who answers, or null
 * @param answers what was said to follow-ups, by question: keys of options, a text, true or false
 * @param isWhole whether nothing more is to come
 * @param proof work that was done for it where the survey is flooded, or null
 * @param website what stands in a field that people do not see; null where a person answers
 */
record Answer(
        String survey,
        String response,
        @Nullable Integer score,
        @Nullable String comment,
        @Nullable String language,
        @Nullable String customer,
        @Nullable Instant answeredAt,
        @Nullable Integer version,
        @Nullable String signed,
        Map<String, List<String>> answers,
        boolean isWhole,
        @Nullable String proof,
        @Nullable String website) {

    Answer {
        answers = Map.copyOf(answers);
    }

    static final int LONGEST_COMMENT = 4000;

    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_LANGUAGE = 35;
    private static final int LONGEST_TOKEN = 1000;
    private static final int LONGEST_PROOF = 100;
    private static final int MOST_ANSWERS = 50;
    private static final Set<String> FIELDS = new TreeSet<>(Set.of(
            "survey",
            "response",
            "score",
            "comment",
            "language",
            "customer",
            "answeredAt",
            "version",
            "signed",
            "answers",
            "final",
            "proof",
            "website"));
    private static final Pattern RESPONSE_KEY = Pattern.compile("[\\x21-\\x7E]{1," + LONGEST_KEY + "}");

    static Answer read(Visit visit) {
        DoorJson json = DoorJson.read(visit.body().getBytes(), FIELDS);
        Integer score = json.integer("score");
        if (score != null && score != score.shortValue()) {
            throw DoorRefusal.invalid("OUT_OF_SCALE", "/score", "No scale is that long.");
        }
        return new Answer(
                json.requiredText("survey", LONGEST_KEY),
                responseKey(json, visit.idempotencyKey()),
                score,
                json.text("comment", LONGEST_COMMENT),
                json.text("language", LONGEST_LANGUAGE),
                json.text("customer", LONGEST_KEY),
                json.instant("answeredAt"),
                json.integer("version"),
                json.text("signed", LONGEST_TOKEN),
                json.chosen("answers", MOST_ANSWERS, LONGEST_COMMENT),
                json.flag("final", true),
                json.text("proof", LONGEST_PROOF),
                json.text("website", LONGEST_COMMENT));
    }

    /** The id may come in the body, since a beacon can set no header, or in the header; in both only if it is the same. */
    private static String responseKey(DoorJson json, @Nullable String header) {
        String inBody = json.text("response", LONGEST_KEY);
        if (inBody != null && header != null && !inBody.equals(header)) {
            throw DoorJson.invalid("response", "differs from the header Idempotency-Key");
        }
        String key = inBody == null ? header : inBody;
        if (key == null) {
            throw DoorRefusal.invalid(
                    "MISSING", "/response", "The field response is needed: an id minted once per answer.");
        }
        if (!RESPONSE_KEY.matcher(key).matches()) {
            throw DoorJson.invalid("response", "must be 1 to " + LONGEST_KEY + " visible ASCII characters");
        }
        return key;
    }
}
