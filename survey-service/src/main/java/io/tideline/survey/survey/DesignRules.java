package io.tideline.survey.survey;

import io.tideline.platform.graph.UserError;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a design must be before it is shown to anybody. Branches lead forward only: then no answers lead in a circle, whatever they are, and every
 * path ends.
 */
final class DesignRules {
    private static final int MOST_FOLLOW_UPS = 20;
    private static final int LEAST_OPTIONS = 2;
    private static final int MOST_OPTIONS = 20;
    private static final int MOST_BRANCHES = 20;
    private static final int MOST_LANGUAGES = 50;
    private static final int LONGEST_TEXT = 500;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private final SurveyDesign design;
    private final SurveyType type;

    private DesignRules(SurveyDesign design, SurveyType type) {
        this.design = design;
        this.type = type;
    }

    /** The first thing that has to be put right. */
    static Optional<UserError> refusal(SurveyDesign design, SurveyType type) {
        DesignRules rules = new DesignRules(design, type);
        return Stream.of(rules.counts(), rules.followUps(), rules.scoreBranches(), rules.translations())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<UserError> counts() {
        Set<String> keys = new HashSet<>();
        if (design.followUps().size() > MOST_FOLLOW_UPS) {
            return wrong("INVALID", "followUps", "At most " + MOST_FOLLOW_UPS + " questions are taken.");
        }
        if (design.translations().size() > MOST_LANGUAGES) {
            return wrong("INVALID", "translations", "At most " + MOST_LANGUAGES + " languages are taken.");
        }
        return design.followUps().stream()
                .filter(one -> one.key().equals(Branch.END) || !keys.add(one.key()))
                .findFirst()
                .flatMap(one -> wrong("REPEATED", "followUps", "The key " + one.key() + " is taken."));
    }

    private Optional<UserError> followUps() {
        for (int place = 0; place < design.followUps().size(); place++) {
            FollowUp one = design.followUps().get(place);
            String field = "followUps." + place;
            Optional<UserError> wrong = followUp(one, field).or(() -> branches(one, field + ".branches"));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<UserError> followUp(FollowUp one, String field) {
        if (isBadKey(one.key())) {
            return wrong("INVALID", field + ".key", "A key has 1 to 40 letters, digits, - and _.");
        }
        if (isBadText(one.text())) {
            return wrong("INVALID", field + ".text", "A text has 1 to " + LONGEST_TEXT + " characters.");
        }
        boolean chooses = one.kind() == QuestionKind.SINGLE || one.kind() == QuestionKind.MULTI;
        List<Choice> options = one.options() == null ? List.of() : one.options();
        boolean fit = chooses ? options.size() >= LEAST_OPTIONS && options.size() <= MOST_OPTIONS : options.isEmpty();
        long different = options.stream().map(Choice::key).distinct().count();
        boolean readable = options.stream().noneMatch(option -> isBadKey(option.key()) || isBadText(option.text()));
        return fit && readable && different == options.size()
                ? Optional.empty()
                : wrong("INVALID", field + ".options", "SINGLE and MULTI have 2 to 20 different options, others none.");
    }

    private Optional<UserError> branches(FollowUp one, String field) {
        List<Branch> ways = one.branches() == null ? List.of() : one.branches();
        for (Branch way : ways) {
            boolean scored = way.atLeast() != null || way.atMost() != null;
            List<String> anyOf = way.anyOf() == null ? List.of() : way.anyOf();
            boolean consent = one.kind() == QuestionKind.CONSENT;
            boolean known = anyOf.stream()
                    .allMatch(option -> consent ? Set.of("true", "false").contains(option) : one.offers(option));
            if (scored || !known) {
                return wrong("UNKNOWN_OPTION", field, "A branch names options of its own question.");
            }
        }
        return ways(ways, field, design.place(one.key()));
    }

    private Optional<UserError> scoreBranches() {
        boolean odd = design.branches().stream()
                .anyMatch(way -> way.anyOf() != null || isOffScale(way.atLeast()) || isOffScale(way.atMost()));
        return odd
                ? wrong(
                        "OUT_OF_SCALE",
                        "branches",
                        "The scale goes from " + type.lowest() + " to " + type.highest() + ".")
                : ways(design.branches(), "branches", -1);
    }

    private boolean isOffScale(@Nullable Integer score) {
        return score != null && !type.holds(score);
    }

    /** @param from place of the question that they leave; -1 for the survey's own */
    private Optional<UserError> ways(List<Branch> ways, String field, int from) {
        if (ways.size() > MOST_BRANCHES) {
            return wrong("INVALID", field, "At most " + MOST_BRANCHES + " branches are taken.");
        }
        for (Branch way : ways) {
            boolean ends = way.goTo().equals(Branch.END);
            if (!ends && design.followUp(way.goTo()).isEmpty()) {
                return wrong("UNKNOWN_TARGET", field, "There is no question " + way.goTo() + ".");
            }
            if (!ends && design.place(way.goTo()) <= from) {
                return wrong("BRANCH_CYCLE", field, "A branch leads to a question further on.");
            }
        }
        return Optional.empty();
    }

    private Optional<UserError> translations() {
        Set<String> languages = new HashSet<>();
        for (int place = 0; place < design.translations().size(); place++) {
            Translation one = design.translations().get(place);
            String field = "translations." + place;
            List<TranslatedText> texts = one.texts() == null ? List.of() : one.texts();
            if (!LANGUAGE.matcher(one.language()).matches() || !languages.add(one.language())) {
                return wrong("INVALID", field + ".language", "A language is a BCP 47 tag, each once.");
            }
            if (texts.stream().anyMatch(text -> isBadText(text.text()) || !isAsked(text.key()))) {
                return wrong("UNKNOWN_TARGET", field + ".texts", "A text translates a question or an option.");
            }
            if (isBad(one.title()) || isBad(one.question())) {
                return wrong("INVALID", field + ".question", "A text has 1 to " + LONGEST_TEXT + " characters.");
            }
        }
        return Optional.empty();
    }

    private boolean isAsked(String key) {
        String[] parts = key.split("\\.", 2);
        return design.followUp(parts[0])
                .filter(one -> parts.length == 1 || one.offers(parts[1]))
                .isPresent();
    }

    private static boolean isBad(@Nullable String text) {
        return text != null && isBadText(text);
    }

    private static boolean isBadKey(String key) {
        return !KEY.matcher(key).matches();
    }

    private static boolean isBadText(String text) {
        return text.isBlank()
                || text.length() > LONGEST_TEXT
                || text.codePoints().anyMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    private static Optional<UserError> wrong(String code, String field, String message) {
        return Optional.of(new UserError(code, "input." + field, message));
    }
}
