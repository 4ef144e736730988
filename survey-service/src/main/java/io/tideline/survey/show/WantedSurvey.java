package io.tideline.survey.show;

import io.tideline.survey.door.DoorJson;
import io.tideline.survey.door.Visit;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks for.
 *
 * @param key the survey's public key
 * @param signed a token that proves who looks; null for anybody
 * @param language language ranges as in Accept-Language; null for none
 */
record WantedSurvey(String key, @Nullable String signed, @Nullable String language) {
    private static final int LONGEST_TOKEN = 1000;
    private static final int LONGEST_LANGUAGE = 200;
    private static final Set<String> FIELDS = new TreeSet<>(Set.of("language", "signed"));

    static WantedSurvey ofAddress(Visit visit) {
        return new WantedSurvey(key(visit), null, visit.language());
    }

    static WantedSurvey ofBody(Visit visit) {
        DoorJson json = DoorJson.read(visit.body().getBytes(), FIELDS);
        return new WantedSurvey(
                key(visit), json.text("signed", LONGEST_TOKEN), json.text("language", LONGEST_LANGUAGE));
    }

    private static String key(Visit visit) {
        return Objects.requireNonNull(visit.key());
    }
}
