package io.tideline.survey.followup;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.UserError;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Hands a follow-up over, or closes it; who did so when is kept. */
@ApplicationScoped
class HandleFollowUp {
    private static final int LONGEST_NOTE = 4000;
    private static final List<UserError> MISSING =
            List.of(new UserError("NOT_FOUND", "input.followUp", "There is no such follow-up."));
    private static final List<UserError> NO_AGENT =
            List.of(new UserError("NOT_FOUND", "input.agent", "There is no such agent, or it is of another team."));
    private static final List<UserError> NOT_OWN =
            List.of(new UserError("FORBIDDEN", "input.agent", "Agents do not hand follow-ups over; their lead does."));
    private static final List<UserError> CLOSED =
            List.of(new UserError("ALREADY_CLOSED", "input.followUp", "The follow-up is closed."));
    private static final List<UserError> LONG_NOTE = List.of(
            new UserError("INVALID", "input.note", "At most " + LONGEST_NOTE + " characters, without NUL, are taken."));

    private final Database database;
    private final FollowUpStore store;
    private final FollowUpWrites writes;

    HandleFollowUp(Database database, FollowUpStore store, FollowUpWrites writes) {
        this.database = database;
        this.store = store;
        this.writes = writes;
    }

    Uni<FollowUpCasePayload> assign(Caller caller, AssignFollowUpCaseInput input) {
        UUID followUp = GlobalId.uuid(FollowUpCase.TYPE, input.followUp());
        UUID agent = GlobalId.uuid("Agent", input.agent());
        return answer(caller, followUp, database.write(caller.tenant(), held -> assign(held, caller, followUp, agent)));
    }

    Uni<FollowUpCasePayload> close(Caller caller, CloseFollowUpCaseInput input) {
        UUID followUp = GlobalId.uuid(FollowUpCase.TYPE, input.followUp());
        return answer(caller, followUp, database.write(caller.tenant(), held -> close(held, caller, followUp, input)));
    }

    private Uni<List<UserError>> assign(SqlConnection transaction, Caller caller, UUID followUp, UUID agent) {
        if (caller.visibility().agent() != null) {
            return Uni.createFrom().item(NOT_OWN);
        }
        return writes.lock(transaction, caller, followUp).flatMap(known -> {
            if (known.isEmpty() || known.get().closedBy() != null) {
                return Uni.createFrom().item(known.isEmpty() ? MISSING : CLOSED);
            }
            return writes.isAgent(transaction, caller, agent)
                    .flatMap(found -> found
                            ? writes.assign(transaction, caller, followUp, agent)
                                    .replaceWith(List.<UserError>of())
                            : Uni.createFrom().item(NO_AGENT));
        });
    }

    private Uni<List<UserError>> close(
            SqlConnection transaction, Caller caller, UUID followUp, CloseFollowUpCaseInput input) {
        String note = input.note();
        if (note != null && (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0)) {
            return Uni.createFrom().item(LONG_NOTE);
        }
        return writes.lock(transaction, caller, followUp).flatMap(known -> {
            if (known.isEmpty()) {
                return Uni.createFrom().item(MISSING);
            }
            if (known.get().closedBy() != null) {
                boolean same = caller.subject().equals(known.get().closedBy())
                        && input.outcome().name().equals(known.get().outcome());
                return Uni.createFrom().item(same ? List.of() : CLOSED);
            }
            return writes.close(transaction, caller, followUp, input).replaceWith(List.of());
        });
    }

    private Uni<FollowUpCasePayload> answer(Caller caller, UUID followUp, Uni<List<UserError>> done) {
        return done.flatMap(
                errors -> store.find(caller, followUp).map(now -> new FollowUpCasePayload(now.orElse(null), errors)));
    }
}
