package io.tideline.survey.show;

import io.smallrye.mutiny.Uni;
import io.tideline.survey.door.DoorAnswer;
import io.tideline.survey.door.DoorRefusal;
import io.tideline.survey.door.PublicDoor;
import io.tideline.survey.door.Visit;
import io.tideline.survey.link.Trusted;
import io.tideline.survey.link.VerifyToken;
import io.tideline.survey.survey.Target;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
                ? shown(key, visit).map(shown -> toAnybody(key, shown, visit))
                : verify.run(key, signed).flatMap(trusted -> shownTo(trusted, key, visit));
    }

    private static DoorAnswer toAnybody(String key, ShownSurvey shown, Visit visit) {
        if (shown.isFull() || shown.needsCustomer()) {
            JsonObject body = ShowToPerson.withheld(shown.isFull() ? "QUOTA" : "SEGMENT");
            return new DoorAnswer(200, body.put("key", key), Map.of());
        }
        return new DoorAnswer(200, body(key, shown, visit), KEEP_A_MINUTE);
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
        JsonObject body = new JsonObject()
                .put("key", key)
                .put("show", true)
                .put("version", shown.version())
                .mergeIn(ShownQuestions.in(shown.asked(), visit.language()).body());
        Target target = shown.target();
        return target == null ? body : body.put("target", ofThePage(target));
    }

    /** What the page has to judge; whom else it is for is nobody's business there. */
    private static JsonObject ofThePage(Target target) {
        JsonObject body = new JsonObject();
        Optional.ofNullable(target.urls()).ifPresent(urls -> body.put("urls", new JsonArray(urls)));
        Optional.ofNullable(target.properties())
                .ifPresent(properties -> body.put(
                        "properties",
                        new JsonArray(properties.stream()
                                .map(one -> new JsonObject()
                                        .put("name", one.name())
                                        .put("anyOf", new JsonArray(one.anyOf())))
                                .toList())));
        Optional.ofNullable(target.event()).ifPresent(event -> body.put("event", event));
        Optional.ofNullable(target.delaySeconds()).ifPresent(delay -> body.put("delaySeconds", delay));
        return body;
    }

    /** What is for one person alone is kept nowhere on the way. */
    private Uni<DoorAnswer> shownTo(Trusted trusted, String key, Visit visit) {
        return shown(key, visit)
                .flatMap(shown -> person.run(trusted, key, shown).map(told -> told.withheld()
                        .map(why -> why.put("key", key))
                        .orElseGet(() -> forOne(body(key, shown, visit), told))))
                .map(body -> new DoorAnswer(200, body, Map.of()));
    }

    private static JsonObject forOne(JsonObject survey, ShowToPerson.Told told) {
        told.link().ifPresent(link -> survey.put("link", link.body()));
        return survey;
    }
}
