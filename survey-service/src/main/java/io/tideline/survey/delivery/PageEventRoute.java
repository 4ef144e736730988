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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /w/v1/events}: what a page tells about a survey before its answer. The same event again changes nothing, so what is told of a link's copy is
 * taken from its holder alone: a stranger's word would stand in the way of theirs.
 */
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
        String signed = event.signed();
        if (signed == null) {
            VerifyToken.refuseIdOfLink(event.response(), null);
            return noted(event, null, visit.origin());
        }
        return verify.run(event.survey(), signed).flatMap(trusted -> {
            VerifyToken.refuseIdOfLink(event.response(), trusted.response());
            return noted(event.of(trusted.response()), trusted.customer(), visit.origin());
        });
    }

    private Uni<DoorAnswer> noted(PageEvent event, @Nullable UUID customer, @Nullable String origin) {
        return store.note(event, customer, origin).map(noted -> switch (noted) {
            case NO_SURVEY -> throw DoorRefusal.noSurvey();
            case ORIGIN_REFUSED -> throw DoorRefusal.originRefused();
            case NEW -> answer(event, Map.of());
            case KNOWN -> answer(event, Map.of("Idempotency-Replayed", "true"));
        });
    }

    private static DoorAnswer answer(PageEvent event, Map<String, String> headers) {
        JsonObject body = new JsonObject()
                .put("response", event.response())
                .put("event", event.kind().text());
        return new DoorAnswer(200, body, headers);
    }
}
