package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowRejection;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.customer.CustomerStore;
import io.tideline.survey.customer.MeetCustomers;
import io.tideline.survey.survey.PublishSurveys;
import io.tideline.survey.survey.Survey;
import io.tideline.survey.survey.SurveyStore;
import io.tideline.survey.survey.SurveyType;
import io.tideline.survey.survey.WantedSurvey;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes a batch of answers: makes surveys that are new, refuses what does not fit its survey, stores the rest and notes whom they speak of. */
@ApplicationScoped
class TakeResponses {
    private final Database database;
    private final PublishSurveys publish;
    private final SurveyStore surveys;
    private final MeetCustomers meet;
    private final CustomerStore customers;
    private final ResponseStore store;

    TakeResponses(
            Database database,
            PublishSurveys publish,
            SurveyStore surveys,
            MeetCustomers meet,
            CustomerStore customers,
            ResponseStore store) {
        this.database = database;
        this.publish = publish;
        this.surveys = surveys;
        this.meet = meet;
        this.customers = customers;
        this.store = store;
    }

    Uni<List<RowResult>> run(String tenant, List<ReadRow<ResponseRow>> rows) {
        return database.write(
                tenant, transaction -> surveysOf(transaction, tenant, rows).flatMap(known -> {
                    AnswerBatch batch = batch(tenant, rows, known);
                    return store(transaction, tenant, batch);
                }));
    }

    private Uni<List<RowResult>> store(SqlConnection transaction, String tenant, AnswerBatch batch) {
        List<GivenAnswer> answers = batch.answers();
        if (answers.isEmpty()) {
            return Uni.createFrom().item(batch.results(List.of()));
        }
        return meet.run(transaction, tenant, named(answers, GivenAnswer::customer))
                .flatMap(met -> customers.meetAgents(transaction, tenant, named(answers, GivenAnswer::agent)))
                .flatMap(met -> store.store(transaction, tenant, ResponseStore.Origin.INGEST, answers))
                .map(stored -> batch.results(
                        stored.stream().map(ResponseStore.Stored::became).toList()));
    }

    /** The surveys that the rows name, those made that are new and have a type. */
    private Uni<Map<String, Survey>> surveysOf(
            SqlConnection transaction, String tenant, List<ReadRow<ResponseRow>> rows) {
        List<UUID> ids = rows.stream()
                .map(row -> SurveyStore.id(tenant, row.value().survey()))
                .distinct()
                .toList();
        return surveys.byIds(transaction, tenant, ids).flatMap(found -> {
            Map<String, Survey> known = byKey(found);
            Map<String, WantedSurvey> wanted = wanted(rows, known);
            return wanted.isEmpty()
                    ? Uni.createFrom().item(known)
                    : publish.run(transaction, tenant, wanted, PublishSurveys.TypeChange.REFUSED)
                            .flatMap(made -> surveys.byIds(transaction, tenant, ids))
                            .map(TakeResponses::byKey);
        });
    }

    private static Map<String, WantedSurvey> wanted(List<ReadRow<ResponseRow>> rows, Map<String, Survey> known) {
        Map<String, WantedSurvey> wanted = new LinkedHashMap<>();
        for (ReadRow<ResponseRow> row : rows) {
            SurveyType type = row.value().type();
            String key = row.value().survey();
            if (type != null && !known.containsKey(key)) {
                wanted.putIfAbsent(key, new WantedSurvey(key, type, null, null, null));
            }
        }
        return wanted;
    }

    private static AnswerBatch batch(String tenant, List<ReadRow<ResponseRow>> rows, Map<String, Survey> known) {
        AnswerBatch batch = new AnswerBatch();
        for (ReadRow<ResponseRow> row : rows) {
            try {
                batch.add(new ReadRow<>(row.row(), answer(tenant, row.value(), known)));
            } catch (RowRejection rejection) {
                batch.refuse(rejection.at(row.row()));
            }
        }
        return batch;
    }

    private static GivenAnswer answer(String tenant, ResponseRow row, Map<String, Survey> known) {
        Survey survey = known.get(row.survey());
        if (survey == null) {
            throw new RowRejection(
                    "UNKNOWN_SURVEY", "survey", row.survey(), "There is no such survey, and no type to make it with.");
        }
        String key = row.response() == null
                ? Ids.ofContent(tenant, "response", Objects.requireNonNull(row.content()))
                        .toString()
                : row.response();
        return row.of(survey, key);
    }

    private static List<String> named(List<GivenAnswer> answers, Function<GivenAnswer, String> field) {
        return answers.stream().map(field).filter(Objects::nonNull).distinct().toList();
    }

    private static Map<String, Survey> byKey(List<Survey> surveys) {
        return surveys.stream().collect(Collectors.toMap(Survey::key, Function.identity()));
    }
}
