package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.door.DoorPool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one statement behind an answer from outside. */
@ApplicationScoped
class AnswerStore {
    private static final String SUBMIT = Sql.load(AnswerStore.class, "submit_response.sql");

    private final DoorPool pool;

    AnswerStore(DoorPool pool) {
        this.pool = pool;
    }

    /** Stores the answer, or one more part of it; empty where no survey has the key. */
    Uni<Optional<Submitted>> submit(Answer answer, @Nullable String origin) {
        Integer score = answer.score();
        Tuple arguments = Tuple.tuple()
                .addString(answer.survey())
                .addString(answer.response())
                .addShort(score == null ? null : score.shortValue())
                .addString(answer.comment())
                .addString(answer.language())
                .addString(answer.customer())
                .addOffsetDateTime(utc(answer.answeredAt()))
                .addString(origin)
                .addInteger(answer.version());
        return pool.run(SUBMIT, arguments).map(AnswerStore::submitted);
    }

    private static Optional<Submitted> submitted(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        return Optional.of(new Submitted(
                Submitted.Verdict.valueOf(row.getString("verdict")),
                Objects.requireNonNullElse(row.getInteger("lowest"), 0),
                Objects.requireNonNullElse(row.getInteger("highest"), 0),
                row.getUUID("response_id"),
                Boolean.TRUE.equals(row.getBoolean("changed"))));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
