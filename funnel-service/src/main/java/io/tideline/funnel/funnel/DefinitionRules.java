package io.tideline.funnel.funnel;

import io.tideline.funnel.match.FunnelRules;
import io.tideline.platform.graph.UserError;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which definitions make sense. Every refusal names the field. */
final class DefinitionRules {
    static final int MAX_TEXT = 200;

    private static final int MIN_STAGES = 2;
    private static final Duration MIN_WINDOW = Duration.ofMillis(1);
    private static final Duration MAX_WINDOW = Duration.ofDays(366);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private DefinitionRules() {}

    static List<UserError> refusals(DefineFunnelInput input) {
        List<UserError> refusals = new ArrayList<>();
        check(
                refusals,
                KEY.matcher(input.key()).matches(),
                "input.key",
                "A key has letters, digits, '_' and '-', at most 100.");
        check(refusals, isTitle(input.title()), "input.title", "A title has 1 to 200 characters.");
        int count = input.stages().size();
        check(
                refusals,
                count >= MIN_STAGES && count <= FunnelRules.MAX_STAGES,
                "input.stages",
                "A funnel has 2 to 20 stages, not " + count + ".");
        check(
                refusals,
                isWindow(input.window()),
                "input.window",
                "A window is a whole number of milliseconds, more than 0 and at most 366 days.");
        String idempotencyKey = input.idempotencyKey();
        check(
                refusals,
                idempotencyKey == null || isTitle(idempotencyKey),
                "input.idempotencyKey",
                "An idempotency key has 1 to 200 characters.");
        checkStages(refusals, input.stages());
        return refusals;
    }

    private static void checkStages(List<UserError> refusals, List<StageInput> stages) {
        Set<String> keys = new HashSet<>();
        for (int at = 0; at < stages.size(); at++) {
            StageInput stage = stages.get(at);
            String field = "input.stages." + at;
            boolean edge = at == 0 || at == stages.size() - 1;
            check(
                    refusals,
                    KEY.matcher(stage.key()).matches(),
                    field + ".key",
                    "A key has letters, digits, '_' and '-', at most 100.");
            check(refusals, keys.add(stage.key()), field + ".key", "The stage key " + stage.key() + " stands twice.");
            check(refusals, isTitle(stage.title()), field + ".title", "A title has 1 to 200 characters.");
            check(refusals, stage.match().isOne(), field + ".match", "Name exactly one of tag, event and order.");
            check(refusals, !stage.match().isBlank(), field + ".match", "A tag or an event has 1 to 200 characters.");
            check(
                    refusals,
                    !stage.isOptional() || !edge,
                    field + ".optional",
                    "Neither the first stage nor the last may be optional.");
            check(
                    refusals,
                    !repeats(stages, at),
                    field + ".match",
                    "Two stages in a row, also with optional ones between, must not match the same.");
        }
    }

    /** Whether a stage matches what the last required stage before it matches, or any optional one since. */
    private static boolean repeats(List<StageInput> stages, int at) {
        boolean optionalBetween = true;
        for (int before = at - 1; before >= 0 && optionalBetween; before--) {
            if (stages.get(before).match().equals(stages.get(at).match())) {
                return true;
            }
            optionalBetween = stages.get(before).isOptional();
        }
        return false;
    }

    /** Tags of stages that nobody has ever carried: a misspelt tag would be a stage that nobody reaches. */
    static List<UserError> unknownTags(List<StageInput> stages, Set<String> unknown) {
        List<UserError> refusals = new ArrayList<>();
        for (int at = 0; at < stages.size(); at++) {
            String tag = stages.get(at).match().tag();
            check(
                    refusals,
                    tag == null || !unknown.contains(tag),
                    "input.stages." + at + ".match.tag",
                    "No customer has ever carried this tag.");
        }
        return refusals;
    }

    /** Text that can be stored and read. */
    static boolean isTitle(String text) {
        return !text.isBlank() && text.length() <= MAX_TEXT && text.indexOf('\0') < 0;
    }

    private static boolean isWindow(@Nullable Duration window) {
        return window == null
                || (window.compareTo(MIN_WINDOW) >= 0
                        && window.compareTo(MAX_WINDOW) <= 0
                        && window.equals(window.truncatedTo(ChronoUnit.MILLIS)));
    }

    private static void check(List<UserError> refusals, boolean holds, String field, String message) {
        if (!holds) {
            refusals.add(new UserError("INVALID", field, message));
        }
    }
}
