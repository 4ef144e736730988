package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.ingest.RowStatus;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.customer.LabelKind;
import io.tideline.survey.kept.PackScores;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statement that stores answers of those who are known. */
@ApplicationScoped
class ResponseStore {
    private static final String STORE = Sql.load(ResponseStore.class, "store_responses.sql");

    private final PackScores scores;

    ResponseStore(PackScores scores) {
        this.scores = scores;
    }

    /**
     * @param became what the answer became; empty where another answer stands under its key, and then there is no id
     * @param score as it stands now, whichever part brought it
     */
    record Stored(Optional<RowStatus> became, @Nullable UUID response, @Nullable Short score) {
        static final Stored DIFFERS = new Stored(Optional.empty(), null, null);
    }

    /** Where an answer came from. */
    enum Origin {
        /** The public door; here only with a proof of who answers. */
        DOOR,
        INGEST,
        STAFF
    }

    /** Stores each answer once; the results are in the same order. */
    Uni<List<Stored>> store(SqlConnection transaction, String tenant, Origin origin, List<GivenAnswer> answers) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addString(origin.name())
                .addArrayOfUUID(uuids(answers, answer -> answer.survey().uuid()))
                .addArrayOfString(texts(answers, answer -> answer.survey().key()))
                .addArrayOfString(texts(answers, GivenAnswer::key))
                .addArrayOfInteger(answers.stream()
                        .map(answer -> answer.survey().version())
                        .toArray(Integer[]::new))
                .addArrayOfString(
                        texts(answers, answer -> answer.survey().asked().type().text()))
                .addArrayOfShort(answers.stream().map(ResponseStore::score).toArray(Short[]::new))
                .addArrayOfString(texts(answers, GivenAnswer::comment))
                .addArrayOfString(texts(answers, GivenAnswer::language))
                .addArrayOfUUID(uuids(answers, answer -> customer(tenant, answer.customer())))
                .addArrayOfUUID(uuids(answers, answer -> agent(tenant, answer.agent())))
                .addArrayOfOffsetDateTime(
                        answers.stream().map(answer -> utc(answer.at())).toArray(OffsetDateTime[]::new))
                .addArrayOfString(texts(answers, GivenAnswer::claimed));
        return transaction
                .preparedQuery(STORE)
                .execute(arguments)
                .invoke(() -> scores.soon(tenant))
                .map(rows -> stored(rows, answers.size()));
    }

    private static List<Stored> stored(RowSet<Row> rows, int answers) {
        List<Stored> stored = new ArrayList<>(Collections.nCopies(answers, Stored.DIFFERS));
        rows.forEach(row -> stored.set(
                row.getLong("number").intValue() - 1,
                new Stored(Optional.of(became(row)), row.getUUID("response_id"), row.getShort("score"))));
        return stored;
    }

    private static RowStatus became(Row row) {
        if (row.getBoolean("fresh")) {
            return RowStatus.ACCEPTED;
        }
        return row.getBoolean("changed") ? RowStatus.UPDATED : RowStatus.DUPLICATE;
    }

    private static @Nullable Short score(GivenAnswer answer) {
        Integer score = answer.score();
        return score == null ? null : score.shortValue();
    }

    private static @Nullable UUID customer(String tenant, @Nullable String externalId) {
        return externalId == null ? null : Ids.uuid(tenant, "customer", externalId);
    }

    private static @Nullable UUID agent(String tenant, @Nullable String externalId) {
        return externalId == null ? null : LabelKind.AGENT.id(tenant, externalId);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String[] texts(List<GivenAnswer> answers, Function<GivenAnswer, @Nullable String> field) {
        return answers.stream().map(field).toArray(String[]::new);
    }

    private static @Nullable UUID[] uuids(List<GivenAnswer> answers, Function<GivenAnswer, @Nullable UUID> field) {
        return answers.stream().map(field).toArray(UUID[]::new);
    }
}
