package io.tideline.customer.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AlertRulesTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "handling.csv", useHeadersInDisplayName = true)
    void saysWhatMayBeDone(
            String name,
            AlertStatus status,
            AlertSeverity severity,
            @Nullable String takenBy,
            boolean passedOn,
            boolean noted,
            AlertRules.Deed deed,
            @Nullable String note,
            @Nullable AlertOutcome outcome,
            @Nullable AlertStatus next,
            @Nullable String errors) {
        AlertRules.Known known = new AlertRules.Known(status, severity, takenBy, passedOn, noted);

        List<UserError> refusals = AlertRules.refusals(known, new AlertRules.Step(deed, "me", note, outcome));

        assertThat(codes(refusals)).as(name).isEqualTo(errors == null ? List.of() : List.of(errors.split(" ")));
        assertThat(refusals.isEmpty() ? AlertRules.next(status, deed) : null)
                .as(name)
                .isEqualTo(next);
    }

    @Test
    void takesNoNoteThatIsTooLongOrCannotBeStored() {
        assertThat(codes(closedWith("x".repeat(AlertRules.LONGEST_NOTE)))).isEmpty();
        assertThat(codes(closedWith("x".repeat(AlertRules.LONGEST_NOTE + 1)))).containsExactly("INVALID");
        assertThat(codes(closedWith("a\0b"))).containsExactly("INVALID");
    }

    private static List<UserError> closedWith(String note) {
        return AlertRules.refusals(
                new AlertRules.Known(AlertStatus.VIEWED, AlertSeverity.ORDINARY, null, false, true),
                new AlertRules.Step(AlertRules.Deed.CLOSE, "me", note, null));
    }

    private static List<String> codes(List<UserError> errors) {
        return errors.stream().map(UserError::code).toList();
    }
}
