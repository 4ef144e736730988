package io.tideline.survey.show;

import io.smallrye.mutiny.Uni;
import io.tideline.survey.contact.Governor;
import io.tideline.survey.contact.Withheld;
import io.tideline.survey.door.DoorPool;
import io.tideline.survey.link.Trusted;
import io.tideline.survey.survey.SurveyType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What somebody proved gets to see: of a link how far its answer is, as a visitor whether to be asked at all. A link was weighed when it was made. */
@ApplicationScoped
class ShowToPerson {
    private final DoorPool pool;
    private final ShownSurveyStore store;
    private final Governor governor;

    ShowToPerson(DoorPool pool, ShownSurveyStore store, Governor governor) {
        this.pool = pool;
        this.store = store;
        this.governor = governor;
    }

    /** @param link only of a link, {@code withheld} only where the visitor is not to be asked now */
    record Told(Optional<LinkState> link, Optional<Withheld> withheld) {}

    Uni<Told> run(Trusted trusted, String publicKey, SurveyType type) {
        String response = trusted.response();
        return response == null
                ? withheld(trusted, type).map(withheld -> new Told(Optional.empty(), withheld))
                : store.link(publicKey, response).map(link -> new Told(Optional.of(link), Optional.empty()));
    }

    private Uni<Optional<Withheld>> withheld(Trusted trusted, SurveyType type) {
        return pool.write(
                        trusted.tenant(),
                        transaction -> governor.run(
                                transaction, trusted.tenant(), trusted.survey(), type, List.of(trusted.customer())))
                .map(withheld -> Optional.ofNullable(withheld.get(trusted.customer())));
    }
}
