package io.tideline.survey.survey;

import io.smallrye.mutiny.Uni;
import io.tideline.survey.door.DoorAnswer;
import io.tideline.survey.door.DoorRefusal;
import io.tideline.survey.door.PublicDoor;
import io.tideline.survey.door.Visit;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Objects;

/** {@code GET /w/v1/surveys/{key}}: what a page needs to show a survey. */
@ApplicationScoped
class ShownSurveyRoute implements PublicDoor.Work<String> {
    private static final Map<String, String> KEEP_A_MINUTE =
            Map.of("Cache-Control", "public, max-age=60", "Vary", "Origin");

    private final PublicDoor door;
    private final ShownSurveyStore store;

    ShownSurveyRoute(PublicDoor door, ShownSurveyStore store) {
        this.door = door;
        this.store = store;
    }

    void open(@Observes Router router) {
        door.get(router, "/w/v1/surveys/:key", this);
    }

    @Override
    public String read(Visit visit) {
        return Objects.requireNonNull(visit.key());
    }

    @Override
    public String surveyOf(String key) {
        return key;
    }

    @Override
    public Uni<DoorAnswer> run(String key, Visit visit) {
        return store.find(key, visit.origin()).map(found -> {
            ShownSurvey shown = found.orElseThrow(DoorRefusal::noSurvey);
            if (shown.refused()) {
                throw DoorRefusal.originRefused();
            }
            return new DoorAnswer(200, body(key, shown), KEEP_A_MINUTE);
        });
    }

    private static JsonObject body(String key, ShownSurvey shown) {
        Question asked = shown.asked();
        return new JsonObject()
                .put("key", key)
                .put("version", shown.version())
                .put("type", asked.type().text())
                .put("title", asked.title())
                .put("question", asked.text())
                .put("language", asked.language())
                .put(
                        "scale",
                        new JsonObject()
                                .put("lowest", asked.type().lowest())
                                .put("highest", asked.type().highest())
                                .put("higherIsBetter", asked.type().higherIsBetter()));
    }
}
