package io.tideline.survey.show;

import io.smallrye.mutiny.Uni;
import io.tideline.survey.contact.Governor;
import io.tideline.survey.contact.Withheld;
import io.tideline.survey.door.DoorConfig;
import io.tideline.survey.door.DoorPool;
import io.tideline.survey.door.Turns;
import io.tideline.survey.link.Trusted;
import io.tideline.survey.survey.Target;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * What somebody proved gets to see: of a link how far its answer is, as a visitor whether to be asked at all. A link was weighed when it was made, and
 * is shown for as long as the door would take its answer.
 */
@ApplicationScoped
class ShowToPerson {
    private final DoorPool pool;
    private final ShownSurveyStore store;
    private final Governor governor;
    private final Turns<Told> turns;

    ShowToPerson(DoorPool pool, ShownSurveyStore store, Governor governor, DoorConfig config) {
        this.pool = pool;
        this.store = store;
        this.governor = governor;
        this.turns = new Turns<>(
                config.visitors(), config.visitors(), config.visitorsWaiting(), config.visitorsWaiting() / 2);
    }

    /** @param link only of a link, {@code withheld} only where the survey is not to be shown: why and until when */
    record Told(Optional<LinkState> link, Optional<JsonObject> withheld) {
        private static Told shown() {
            return new Told(Optional.empty(), Optional.empty());
        }
    }

    /** A survey that is not shown, with a reason and no time at which it would be. */
    static JsonObject withheld(String reason) {
        return new JsonObject().put("show", false).put("reason", reason);
    }

    Uni<Told> run(Trusted trusted, String publicKey, ShownSurvey shown) {
        String response = trusted.response();
        if (response != null) {
            return store.link(publicKey, response).map(link -> new Told(Optional.of(link), ended(link)));
        }
        return shown.isFull()
                ? Uni.createFrom().item(new Told(Optional.empty(), Optional.of(withheld("QUOTA"))))
                : turns.run(publicKey, trusted.customer().toString(), () -> visitor(trusted, shown));
    }

    private Uni<Told> visitor(Trusted trusted, ShownSurvey shown) {
        return pool.write(trusted.tenant(), transaction -> visitor(transaction, trusted, shown));
    }

    private static Optional<JsonObject> ended(LinkState link) {
        return link.full() ? Optional.of(withheld("QUOTA")) : Optional.empty();
    }

    private Uni<Told> visitor(SqlConnection transaction, Trusted trusted, ShownSurvey shown) {
        Target target = shown.target();
        Uni<Boolean> fits = target == null || !target.needsCustomer()
                ? Uni.createFrom().item(true)
                : store.fits(transaction, trusted.tenant(), trusted.customer(), target);
        return fits.flatMap(fit -> fit
                ? governed(transaction, trusted, shown)
                : Uni.createFrom().item(new Told(Optional.empty(), Optional.of(withheld("SEGMENT")))));
    }

    private Uni<Told> governed(SqlConnection transaction, Trusted trusted, ShownSurvey shown) {
        return governor.run(
                        transaction,
                        trusted.tenant(),
                        trusted.survey(),
                        shown.asked().type(),
                        List.of(trusted.customer()))
                .map(withheld -> Optional.ofNullable(withheld.get(trusted.customer()))
                        .map(why -> new Told(Optional.empty(), Optional.of(until(why))))
                        .orElseGet(Told::shown));
    }

    private static JsonObject until(Withheld why) {
        return withheld(why.reason().name()).put("until", why.until().toString());
    }
}
