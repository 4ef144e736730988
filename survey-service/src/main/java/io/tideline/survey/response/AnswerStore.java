package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.door.DoorConfig;
import io.tideline.survey.door.DoorPool;
import io.tideline.survey.door.GroupCommit;
import io.tideline.survey.kept.PackScores;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one statement behind answers from outside. */
@ApplicationScoped
class AnswerStore {
    private static final String SUBMIT = Sql.load(AnswerStore.class, "submit_responses.sql");

    private final DoorPool pool;
    private final PackScores scores;
    private final GroupCommit<Sent, Optional<Submitted>> writing;

    AnswerStore(DoorPool pool, DoorConfig config, PackScores scores) {
        this.pool = pool;
        this.scores = scores;
        GroupCommit.Limits limits = new GroupCommit.Limits(
                config.writers(),
                config.writersPerSurvey(),
                config.answersPerTransaction(),
                config.inFlight(),
                config.inFlightPerSurvey());
        this.writing = new GroupCommit<>(limits, this::store);
    }

    /** An answer with the page it comes from. */
    private record Sent(Answer answer, @Nullable String origin) {}

    /** Stores the answer, or one more part of it; empty where no survey has the key. */
    Uni<Optional<Submitted>> submit(Answer answer, @Nullable String origin) {
        return Uni.createFrom()
                .completionStage(() -> writing.submit(answer.survey(), answer.response(), new Sent(answer, origin)));
    }

    private CompletionStage<List<Optional<Submitted>>> store(List<Sent> sent) {
        Tuple arguments = Tuple.tuple()
                .addString(sent.get(0).answer().survey())
                .addArrayOfString(texts(sent, Answer::response))
                .addArrayOfShort(sent.stream().map(AnswerStore::score).toArray(Short[]::new))
                .addArrayOfString(texts(sent, Answer::comment))
                .addArrayOfString(texts(sent, Answer::language))
                .addArrayOfString(texts(sent, Answer::customer))
                .addArrayOfOffsetDateTime(
                        sent.stream().map(one -> utc(one.answer().answeredAt())).toArray(OffsetDateTime[]::new))
                .addArrayOfString(sent.stream().map(Sent::origin).toArray(String[]::new))
                .addArrayOfInteger(
                        sent.stream().map(one -> one.answer().version()).toArray(Integer[]::new));
        return pool.run(SUBMIT, arguments)
                .map(rows -> submitted(rows, sent.size()))
                .subscribeAsCompletionStage();
    }

    private List<Optional<Submitted>> submitted(RowSet<Row> rows, int answers) {
        if (rows.size() == 0) {
            return Collections.nCopies(answers, Optional.empty());
        }
        scores.soon(rows.iterator().next().getString("tenant_id"));
        List<Optional<Submitted>> submitted = new ArrayList<>();
        rows.forEach(row -> submitted.add(Optional.of(new Submitted(
                Submitted.Verdict.valueOf(row.getString("verdict")),
                Objects.requireNonNullElse(row.getInteger("lowest"), 0),
                Objects.requireNonNullElse(row.getInteger("highest"), 0),
                row.getUUID("response_id"),
                Boolean.TRUE.equals(row.getBoolean("changed"))))));
        return submitted;
    }

    private static String[] texts(List<Sent> sent, Function<Answer, @Nullable String> text) {
        return sent.stream().map(one -> text.apply(one.answer())).toArray(String[]::new);
    }

    private static @Nullable Short score(Sent sent) {
        Integer score = sent.answer().score();
        return score == null ? null : score.shortValue();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
