package io.tideline.survey.followup;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.PageRequest;
import io.tideline.platform.graph.TimePosition;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.score.CommentQuestion;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follow-ups as they are read. */
@ApplicationScoped
class FollowUpStore {
    private static final String PAGE = Sql.load(FollowUpStore.class, "page_of_follow_ups.sql");

    private final Database database;

    FollowUpStore(Database database) {
        this.database = database;
    }

    /** @param overdue true for those that are open after their time, false for the others, null for all */
    Uni<List<FollowUpCase>> page(
            Caller caller, @Nullable FollowUpStatus status, @Nullable Boolean overdue, PageRequest request) {
        Tuple arguments = FollowUpWrites.seen(Tuple.tuple().addString(caller.tenant()), caller)
                .addString(status == null ? null : status.name())
                .addBoolean(overdue);
        TimePosition behind = TimePosition.of(request.cursor());
        arguments
                .addOffsetDateTime(behind.at())
                .addUUID(behind.id())
                .addInteger(request.size() + 1)
                .addUUID(null);
        return read(caller, arguments);
    }

    Uni<Optional<FollowUpCase>> find(Caller caller, UUID followUp) {
        Tuple arguments = FollowUpWrites.seen(Tuple.tuple().addString(caller.tenant()), caller)
                .addString(null)
                .addBoolean(null)
                .addOffsetDateTime(null)
                .addUUID(null)
                .addInteger(1)
                .addUUID(followUp);
        return read(caller, arguments).map(found -> found.stream().findFirst());
    }

    private Uni<List<FollowUpCase>> read(Caller caller, Tuple arguments) {
        return database.query(caller.tenant(), PAGE, arguments).map(rows -> {
            List<FollowUpCase> found = new ArrayList<>();
            rows.forEach(row -> found.add(followUp(row)));
            return found;
        });
    }

    private static FollowUpCase followUp(Row row) {
        String outcome = row.getString("outcome");
        OffsetDateTime closed = row.getOffsetDateTime("closed_at");
        return new FollowUpCase(
                row.getUUID("response_id"),
                row.getUUID("customer_id"),
                row.getUUID("agent_id"),
                FollowUpReason.valueOf(row.getString("reason")),
                outcome == null ? FollowUpStatus.OPEN : FollowUpStatus.CLOSED,
                row.getString("owner"),
                row.getString("type"),
                row.getInteger("score"),
                row.getString("comment"),
                texts(row),
                row.getOffsetDateTime("answered_at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getOffsetDateTime("due_at").toInstant(),
                row.getBoolean("overdue"),
                outcome == null ? null : FollowUpOutcome.valueOf(outcome),
                row.getString("note"),
                closed == null ? null : closed.toInstant(),
                row.getString("closed_by_name"));
    }

    private static List<FollowUpText> texts(Row row) {
        String[] questions = row.getArrayOfStrings("questions");
        if (questions == null) {
            return List.of();
        }
        String[] wordings = row.getArrayOfStrings("wordings");
        String[] texts = row.getArrayOfStrings("texts");
        List<FollowUpText> written = new ArrayList<>();
        for (int place = 0; place < questions.length; place++) {
            written.add(new FollowUpText(new CommentQuestion(questions[place], wordings[place]), texts[place]));
        }
        return written;
    }
}
