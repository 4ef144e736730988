package io.tideline.survey.delivery;

import io.smallrye.mutiny.Uni;
import io.tideline.survey.door.DoorAnswer;
import io.tideline.survey.door.DoorRefusal;
import io.tideline.survey.door.Passage;
import io.tideline.survey.door.PublicDoor;
import io.tideline.survey.door.Visit;
import io.tideline.survey.link.VerifyToken;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /w/v1/events}: what a page tells about a survey before its answer. The same event again changes nothing. */
@ApplicationScoped
class PageEventRoute implements PublicDoor.Work<PageEvent> {
    private final PublicDoor door;
    private final DeliveryStore store;
    private final VerifyToken verify;

    PageEventRoute(PublicDoor door, DeliveryStore store, VerifyToken verify) {
        this.door = door;
        this.store = store;
        this.verify = verify;
    }

    void open(@Observes Router router) {
        door.post(router, "/w/v1/events", this);
    }

    @Override
    public PageEvent read(Visit visit) {
        return PageEvent.read(visit);
    }

    @Override
    public String surveyOf(PageEvent event) {
        return event.survey();
    }

    @Override
    public Uni<DoorAnswer> run(PageEvent event, Visit visit, Passage passage) {
        return noted(event, visit.origin()).map(noted -> switch (noted) {
            case NO_SURVEY -> throw DoorRefusal.noSurvey();
            case ORIGIN_REFUSED -> throw DoorRefusal.originRefused();
            case NEW -> answer(event, Map.of());
            case KNOWN -> answer(event, Map.of("Idempotency-Replayed", "true"));
        });
    }

    private Uni<DeliveryStore.Noted> noted(PageEvent event, @Nullable String origin) {
        String signed = event.signed();
        return signed == null
                ? store.note(event, null, origin)
                : verify.run(event.survey(), signed).flatMap(trusted -> store.note(event, trusted.customer(), origin));
    }

    private static DoorAnswer answer(PageEvent event, Map<String, String> headers) {
        JsonObject body = new JsonObject()
                .put("response", event.response())
                .put("event", event.kind().text());
        return new DoorAnswer(200, body, headers);
    }
}
