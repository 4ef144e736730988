package io.tideline.survey.contact;

import io.tideline.survey.survey.SurveyType;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a person may be asked again.
 * <pre>
 * clock   until = last shown of what the rule looks at + days
 * budget  until = most-th latest of the times at which copies leave it: sent or shown + days, of a link that was only made a day later
 * </pre>
 * Each clock is moved by what it looks at alone, so a frequent survey never starves a rare one beyond ANY_SURVEY. A copy that was only sent moves no
 * clock but counts in the budget. Of several rules the one that holds longest is the reason.
 */
record ContactRules(List<ContactRule> rules) {
    ContactRules {
        rules = List.copyOf(rules);
    }

    /** @param contacts with one person, in any order */
    Optional<Withheld> decide(UUID survey, SurveyType type, List<Contact> contacts, Instant now) {
        return rules.stream()
                .filter(rule -> concerns(rule, survey, type))
                .flatMap(rule -> until(rule, contacts).map(until -> new Withheld(rule.scope(), until)))
                .filter(withheld -> withheld.until().isAfter(now))
                .max(Comparator.comparing(Withheld::until));
    }

    /** Whether any of the rules counts copies. */
    boolean count() {
        return rules.stream().anyMatch(rule -> rule.scope() == ContactScope.BUDGET);
    }

    /** Most days that any of the rules looks back. */
    int memory() {
        return rules.stream().mapToInt(ContactRule::days).max().orElse(0);
    }

    private static boolean concerns(ContactRule rule, UUID survey, SurveyType type) {
        return rule.scope() == ContactScope.SURVEY
                ? survey.equals(rule.surveyId())
                : rule.scope().concerns(type);
    }

    private static Stream<Instant> until(ContactRule rule, List<Contact> contacts) {
        Stream<Instant> latestFirst = contacts.stream()
                .filter(contact -> concerns(rule, contact.survey(), contact.type()))
                .flatMap(contact -> Stream.ofNullable(until(rule, contact)))
                .sorted(Comparator.reverseOrder());
        int place = rule.scope() == ContactScope.BUDGET ? Objects.requireNonNullElse(rule.most(), 1) : 1;
        return latestFirst.skip(place - 1L).limit(1);
    }

    /** How long a copy counts; null where it does not. */
    private static @Nullable Instant until(ContactRule rule, Contact contact) {
        Duration days = Duration.ofDays(rule.days());
        Instant shownAt = contact.shownAt();
        if (rule.scope() == ContactScope.BUDGET) {
            return Objects.requireNonNullElseGet(
                    contact.reservedUntil(), () -> contact.at().plus(days));
        }
        return shownAt == null ? null : shownAt.plus(days);
    }
}
