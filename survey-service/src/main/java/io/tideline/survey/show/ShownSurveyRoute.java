package io.tideline.survey.show;

import io.smallrye.mutiny.Uni;
import io.tideline.survey.door.DoorAnswer;
import io.tideline.survey.door.DoorRefusal;
import io.tideline.survey.door.Passage;
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
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code GET /w/v1/surveys/{key}}: what a page needs to show a survey to anybody. {@code POST} is for those whom a token proves, which has no place in an
 * address: addresses end in logs.
 */
@ApplicationScoped
class ShownSurveyRoute {
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
        door.get(router, "/w/v1/surveys/:key", new Look(WantedSurvey::ofAddress));
        door.post(router, "/w/v1/surveys/:key", new Look(WantedSurvey::ofBody));
    }

    /** One look at a survey, whichever way it is asked for. */
    private final class Look implements PublicDoor.Work<WantedSurvey> {
        private final Function<Visit, WantedSurvey> reader;

        Look(Function<Visit, WantedSurvey> reader) {
            this.reader = reader;
        }

        @Override
        public WantedSurvey read(Visit visit) {
            return reader.apply(visit);
        }

        @Override
        public String surveyOf(WantedSurvey wanted) {
            return wanted.key();
        }

        @Override
        public boolean isLook() {
            return true;
        }

        @Override
        public Uni<DoorAnswer> run(WantedSurvey wanted, Visit visit, Passage passage) {
            String signed = wanted.signed();
            return signed == null
                    ? shown(wanted, visit).map(shown -> toAnybody(wanted, shown))
                    : verify.run(wanted.key(), signed).flatMap(trusted -> shownTo(trusted, wanted, visit));
        }
    }

    private static DoorAnswer toAnybody(WantedSurvey wanted, ShownSurvey shown) {
        if (shown.isFull() || shown.needsCustomer()) {
            JsonObject body = ShowToPerson.withheld(shown.isFull() ? "QUOTA" : "SEGMENT");
            return new DoorAnswer(200, body.put("key", wanted.key()), Map.of());
        }
        JsonObject body = body(wanted, shown);
        return new DoorAnswer(
                200, shown.contact().isEmpty() ? body : body.put("contact", shown.contact()), KEEP_A_MINUTE);
    }

    private Uni<ShownSurvey> shown(WantedSurvey wanted, Visit visit) {
        return store.find(wanted.key(), visit.origin()).map(found -> {
            ShownSurvey shown = found.orElseThrow(DoorRefusal::noSurvey);
            if (shown.refused()) {
                throw DoorRefusal.originRefused();
            }
            return shown;
        });
    }

    private static JsonObject body(WantedSurvey wanted, ShownSurvey shown) {
        JsonObject body = new JsonObject()
                .put("key", wanted.key())
                .put("show", true)
                .put("version", shown.version())
                .mergeIn(ShownQuestions.in(shown.asked(), wanted.language()).body());
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
    private Uni<DoorAnswer> shownTo(Trusted trusted, WantedSurvey wanted, Visit visit) {
        String key = wanted.key();
        return shown(wanted, visit)
                .flatMap(shown -> person.run(trusted, key, shown).map(told -> told.withheld()
                        .map(why -> why.put("key", key))
                        .orElseGet(() -> forOne(body(wanted, shown), told))))
                .map(body -> new DoorAnswer(200, body, Map.of()));
    }

    private static JsonObject forOne(JsonObject survey, ShowToPerson.Told told) {
        told.link().ifPresent(link -> survey.put("link", link.body()));
        return survey;
    }
}
