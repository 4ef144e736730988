package io.tideline.customer.alert;

import io.tideline.platform.graph.UserError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with an alert, and how far it has come then.
 * <pre>
 * VIEW    OPEN becomes VIEWED, anything else stays
 * TAKE    becomes TAKEN by the person; refused where another has taken it, unless its customer has changed hands since
 * NOTE    OPEN becomes VIEWED, anything else stays; needs a text
 * CLOSE   becomes CLOSED; needs a note, its own or an earlier one, and for severity HIGH the outcome
 * </pre>
 * Only viewing is not refused once an alert is closed.
 */
final class AlertRules {
    static final int LONGEST_NOTE = 4000;

    private AlertRules() {}

    /** What somebody does with an alert. */
    enum Deed {
        VIEW,
        TAKE,
        NOTE,
        CLOSE
    }

    /** @param takenBy identity of who has taken it, or null
     *  @param passedOn whether its customer has another agent than when it was taken
     *  @param noted whether it has a note */
    record Known(
            AlertStatus status, AlertSeverity severity, @Nullable String takenBy, boolean passedOn, boolean noted) {}

    /** @param who identity of the person */
    record Step(Deed deed, String who, @Nullable String note, @Nullable AlertOutcome outcome) {}

    static List<UserError> refusals(Known known, Step step) {
        if (known.status() == AlertStatus.CLOSED) {
            return step.deed() == Deed.VIEW
                    ? List.of()
                    : List.of(new UserError("ALREADY_CLOSED", "input.alert", "The alert is closed."));
        }
        return switch (step.deed()) {
            case VIEW -> List.of();
            case TAKE -> taken(known, step);
            case NOTE -> note(step, false);
            case CLOSE -> closed(known, step);
        };
    }

    static AlertStatus next(AlertStatus now, Deed deed) {
        return switch (deed) {
            case VIEW, NOTE -> now == AlertStatus.OPEN ? AlertStatus.VIEWED : now;
            case TAKE -> AlertStatus.TAKEN;
            case CLOSE -> AlertStatus.CLOSED;
        };
    }

    /** Whether anything is to be written but a note. */
    static boolean changes(Known known, Step step) {
        return next(known.status(), step.deed()) != known.status()
                || (step.deed() == Deed.TAKE && !step.who().equals(known.takenBy()));
    }

    private static List<UserError> taken(Known known, Step step) {
        return known.passedOn() || known.takenBy() == null || known.takenBy().equals(step.who())
                ? List.of()
                : List.of(new UserError("ALREADY_TAKEN", "input.alert", "Somebody else has taken the alert."));
    }

    private static List<UserError> closed(Known known, Step step) {
        List<UserError> errors = new ArrayList<>(note(step, known.noted()));
        if (known.severity() == AlertSeverity.HIGH && step.outcome() == null) {
            errors.add(new UserError(
                    "OUTCOME_MISSING", "input.outcome", "An alert of severity HIGH is closed with its outcome."));
        }
        return errors;
    }

    private static List<UserError> note(Step step, boolean isOptional) {
        String note = step.note();
        if (note == null || note.isBlank()) {
            return isOptional ? List.of() : List.of(new UserError("NOTE_MISSING", "input.note", "This takes a note."));
        }
        return note.length() > LONGEST_NOTE || note.indexOf(0) >= 0
                ? List.of(new UserError(
                        "INVALID", "input.note", "At most " + LONGEST_NOTE + " characters, without NUL, are taken."))
                : List.of();
    }
}
