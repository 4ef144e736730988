package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Database;
import io.tideline.survey.customer.CustomerStore;
import io.tideline.survey.customer.ExternalIds;
import io.tideline.survey.customer.LabelKind;
import io.tideline.survey.survey.Survey;
import io.tideline.survey.survey.SurveyStatus;
import io.tideline.survey.survey.SurveyStore;
import io.tideline.survey.survey.SurveyType;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores one answer that a member of staff brings. */
@ApplicationScoped
class SubmitResponse {
    private static final int LONGEST_KEY = 200;

    private final Database database;
    private final SurveyStore surveys;
    private final CustomerStore customers;
    private final ResponseStore store;
    private final ResponseReads reads;

    SubmitResponse(
            Database database, SurveyStore surveys, CustomerStore customers, ResponseStore store, ResponseReads reads) {
        this.database = database;
        this.surveys = surveys;
        this.customers = customers;
        this.store = store;
        this.reads = reads;
    }

    Uni<SubmitSurveyResponsePayload> run(String tenant, SubmitSurveyResponseInput input) {
        UUID survey = GlobalId.uuid("Survey", input.survey());
        UUID customer = uuid("Customer", input.customer());
        UUID agent = uuid(LabelKind.AGENT.graphType(), input.agent());
        return database.write(tenant, transaction -> surveys.byIds(transaction, tenant, List.of(survey))
                .flatMap(found -> customers
                        .externalIds(transaction, tenant, customer, agent)
                        .flatMap(named -> refusal(input, found, named)
                                .map(refused -> Uni.createFrom().item(refused))
                                .orElseGet(() -> store(transaction, tenant, answer(input, found.get(0), named))))));
    }

    private Uni<SubmitSurveyResponsePayload> store(SqlConnection transaction, String tenant, GivenAnswer answer) {
        return store.store(transaction, tenant, ResponseStore.Origin.STAFF, List.of(answer))
                .map(stored -> stored.get(0).response())
                .flatMap(id -> id == null
                        ? Uni.createFrom()
                                .item(SubmitSurveyResponsePayload.refused(
                                        "ANSWER_DIFFERS",
                                        "input.idempotencyKey",
                                        "Another answer was given under this key."))
                        : reads.find(transaction, tenant, id)
                                .map(response -> new SubmitSurveyResponsePayload(response, List.of())));
    }

    private static Optional<SubmitSurveyResponsePayload> refusal(
            SubmitSurveyResponseInput input, List<Survey> found, ExternalIds named) {
        if (found.isEmpty()) {
            return refused("NOT_FOUND", "input.survey", "There is no such survey.");
        }
        Survey survey = found.get(0);
        if (survey.status() == SurveyStatus.CLOSED) {
            return refused("SURVEY_CLOSED", "input.survey", "The survey takes no more answers.");
        }
        SurveyType type = survey.asked().type();
        Integer score = input.score();
        if (score != null && !type.holds(score)) {
            return refused(
                    "OUT_OF_SCALE",
                    "input.score",
                    "The scale goes from " + type.lowest() + " to " + type.highest() + ".");
        }
        if (input.customer() != null && named.customer() == null) {
            return refused("NOT_FOUND", "input.customer", "There is no such customer.");
        }
        if (input.agent() != null && named.agent() == null) {
            return refused("NOT_FOUND", "input.agent", "There is no such agent.");
        }
        return longText(input);
    }

    private static Optional<SubmitSurveyResponsePayload> longText(SubmitSurveyResponseInput input) {
        if (isBad(input.comment(), Answer.LONGEST_COMMENT)) {
            return refused("INVALID", "input.comment", "At most 4000 characters, without NUL, are taken.");
        }
        if (isBad(input.language(), LONGEST_KEY) || isBad(input.idempotencyKey(), LONGEST_KEY)) {
            return refused("INVALID", "input.idempotencyKey", "At most " + LONGEST_KEY + " characters are taken.");
        }
        return Optional.empty();
    }

    private static boolean isBad(@Nullable String text, int longest) {
        return text != null && (text.length() > longest || text.indexOf('\0') >= 0);
    }

    private static GivenAnswer answer(SubmitSurveyResponseInput input, Survey survey, ExternalIds named) {
        String key = Objects.requireNonNullElseGet(
                input.idempotencyKey(), () -> UUID.randomUUID().toString());
        return new GivenAnswer(
                survey,
                key,
                input.score(),
                input.comment(),
                input.language(),
                named.customer(),
                null,
                named.agent(),
                input.answeredAt());
    }

    private static @Nullable UUID uuid(String type, @Nullable String id) {
        return id == null ? null : GlobalId.uuid(type, id);
    }

    private static Optional<SubmitSurveyResponsePayload> refused(String code, String field, String message) {
        return Optional.of(SubmitSurveyResponsePayload.refused(code, field, message));
    }
}
