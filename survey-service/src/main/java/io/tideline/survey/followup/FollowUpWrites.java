package io.tideline.survey.followup;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.customer.LabelKind;
import io.tideline.survey.sentiment.Feeling;
import io.tideline.survey.survey.SurveyType;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that open, hand over and close follow-ups. */
@ApplicationScoped
class FollowUpWrites {
    private static final String JUDGE = Sql.load(FollowUpWrites.class, "answers_to_judge.sql");
    private static final String OPEN = Sql.load(FollowUpWrites.class, "open_follow_ups.sql");
    private static final String LOCK = Sql.load(FollowUpWrites.class, "lock_follow_up.sql");
    private static final String TEAM_OF = Sql.load(FollowUpWrites.class, "team_of_agent.sql");
    private static final String ASSIGN = Sql.load(FollowUpWrites.class, "assign_follow_up.sql");
    private static final String CLOSE = Sql.load(FollowUpWrites.class, "close_follow_up.sql");

    /** Those of these answers that call for a follow-up and have none. */
    Uni<List<JudgedAnswer>> negative(SqlConnection transaction, String tenant, List<UUID> responses) {
        return transaction
                .preparedQuery(JUDGE)
                .execute(Tuple.tuple().addString(tenant).addArrayOfUUID(responses.toArray(UUID[]::new)))
                .map(rows -> {
                    List<JudgedAnswer> negative = new ArrayList<>();
                    rows.forEach(row -> judged(row).ifPresent(negative::add));
                    return negative;
                });
    }

    private static Optional<JudgedAnswer> judged(Row row) {
        String feeling = row.getString("feeling");
        Float confidence = row.getFloat("confidence");
        return SurveyType.of(row.getString("type"))
                .flatMap(type -> FollowUpRule.reason(
                        type,
                        row.getInteger("score"),
                        feeling == null ? null : Feeling.valueOf(feeling),
                        confidence == null ? null : confidence.doubleValue()))
                .map(reason -> new JudgedAnswer(
                        row.getUUID("response_id"),
                        row.getUUID("customer_id"),
                        reason,
                        row.getOffsetDateTime("answered_at").toInstant()));
    }

    Uni<Void> open(SqlConnection transaction, String tenant, List<JudgedAnswer> answers) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(answers.stream().map(JudgedAnswer::response).toArray(UUID[]::new))
                .addArrayOfUUID(answers.stream().map(JudgedAnswer::customer).toArray(UUID[]::new))
                .addArrayOfString(
                        answers.stream().map(answer -> answer.reason().name()).toArray(String[]::new))
                .addLong(FollowUpRule.DUE.toSeconds());
        return transaction.preparedQuery(OPEN).execute(arguments).replaceWithVoid();
    }

    /** @param closedBy who closed it as what; null while it is open */
    record Known(@Nullable String closedBy, @Nullable String outcome) {}

    /** Holds a follow-up that the caller sees. */
    Uni<Optional<Known>> lock(SqlConnection transaction, Caller caller, UUID followUp) {
        return transaction
                .preparedQuery(LOCK)
                .execute(seen(Tuple.tuple().addString(caller.tenant()).addUUID(followUp), caller))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next())
                                .map(row -> new Known(row.getString("closed_by"), row.getString("outcome"))));
    }

    /** Whether there is such an agent, in the caller's own team where the caller is confined to one. */
    Uni<Boolean> isAgent(SqlConnection transaction, Caller caller, UUID agent) {
        String team = caller.visibility().team();
        return transaction
                .preparedQuery(TEAM_OF)
                .execute(Tuple.of(
                        caller.tenant(), agent, team == null ? null : LabelKind.TEAM.id(caller.tenant(), team)))
                .map(rows -> rows.size() > 0);
    }

    Uni<Void> assign(SqlConnection transaction, Caller caller, UUID followUp, UUID agent) {
        return transaction
                .preparedQuery(ASSIGN)
                .execute(Tuple.of(caller.tenant(), followUp, agent, caller.subject()))
                .replaceWithVoid();
    }

    Uni<Void> close(SqlConnection transaction, Caller caller, UUID followUp, CloseFollowUpCaseInput input) {
        return transaction
                .preparedQuery(CLOSE)
                .execute(Tuple.of(
                        caller.tenant(),
                        followUp,
                        input.outcome().name(),
                        input.note(),
                        caller.subject(),
                        caller.name()))
                .replaceWithVoid();
    }

    static Tuple seen(Tuple arguments, Caller caller) {
        Visibility seen = caller.visibility();
        return arguments
                .addUUID(id(caller, LabelKind.TEAM, seen.team()))
                .addUUID(id(caller, LabelKind.AGENT, seen.agent()));
    }

    private static @Nullable UUID id(Caller caller, LabelKind kind, @Nullable String externalId) {
        return externalId == null ? null : kind.id(caller.tenant(), externalId);
    }
}
