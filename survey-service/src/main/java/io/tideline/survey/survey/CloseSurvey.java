package io.tideline.survey.survey;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Ends a survey; answers that are under way may still be completed. */
@ApplicationScoped
class CloseSurvey {
    private final Database database;
    private final SurveyStore store;

    CloseSurvey(Database database, SurveyStore store) {
        this.database = database;
        this.store = store;
    }

    Uni<PublishSurveyPayload> run(String tenant, UUID survey) {
        return database.write(tenant, transaction -> store.close(transaction, tenant, survey)
                        .flatMap(closed -> store.byIds(transaction, tenant, List.of(survey))))
                .map(found -> found.isEmpty()
                        ? PublishSurveyPayload.refused("NOT_FOUND", "input.survey", "There is no such survey.")
                        : new PublishSurveyPayload(found.get(0), List.of()));
    }
}
