package io.tideline.survey.show;

import io.smallrye.mutiny.Uni;
import io.tideline.survey.contact.Withheld;
import io.tideline.survey.door.DoorAnswer;
import io.tideline.survey.door.DoorRefusal;
import io.tideline.survey.door.PublicDoor;
import io.tideline.survey.door.Visit;
import io.tideline.survey.link.Trusted;
import io.tideline.survey.link.VerifyToken;
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
    private final VerifyToken verify;
    private final ShowToPerson person;

    ShownSurveyRoute(PublicDoor door, ShownSurveyStore store, VerifyToken verify, ShowToPerson person) {
        this.door = door;
        this.store = store;
        this.verify = verify;
        this.person = person;
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
        String signed = visit.signed();
        return signed == null
                ? shown(key, visit).map(shown -> new DoorAnswer(200, body(key, shown, visit), KEEP_A_MINUTE))
                : verify.run(key, signed).flatMap(trusted -> shownTo(trusted, key, visit));
    }

    private Uni<ShownSurvey> shown(String key, Visit visit) {
        return store.find(key, visit.origin()).map(found -> {
            ShownSurvey shown = found.orElseThrow(DoorRefusal::noSurvey);
            if (shown.refused()) {
                throw DoorRefusal.originRefused();
            }
            return shown;
        });
    }

    private static JsonObject body(String key, ShownSurvey shown, Visit visit) {
        return new JsonObject()
                .put("key", key)
                .put("show", true)
                .put("version", shown.version())
                .mergeIn(ShownQuestions.in(shown.asked(), visit.language()).body());
    }

    /** What is for one person alone is kept nowhere on the way. */
    private Uni<DoorAnswer> shownTo(Trusted trusted, String key, Visit visit) {
        return shown(key, visit)
                .flatMap(shown -> person.run(trusted, key, shown.asked().type()).map(told -> told.withheld()
                        .map(why -> withheld(key, why))
                        .orElseGet(() -> forOne(body(key, shown, visit), told))))
                .map(body -> new DoorAnswer(200, body, Map.of()));
    }

    private static JsonObject forOne(JsonObject survey, ShowToPerson.Told told) {
        told.link().ifPresent(link -> survey.put("link", link.body()));
        return survey;
    }

    private static JsonObject withheld(String key, Withheld why) {
        return new JsonObject()
                .put("key", key)
                .put("show", false)
                .put("reason", why.reason().name())
                .put("until", why.until().toString());
    }
}
