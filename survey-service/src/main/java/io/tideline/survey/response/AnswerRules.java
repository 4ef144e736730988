package io.tideline.survey.response;

import io.tideline.survey.survey.FollowUp;
import io.tideline.survey.survey.SurveyDesign;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What answers to follow-ups must be: of questions that the answers themselves lead to and, once the answer is whole, to all that are required. */
final class AnswerRules {
    private static final int LONGEST_TEXT = 2000;

    private AnswerRules() {}

    /** @param question key of the question at fault */
    record Fault(String code, String question, String message) {}

    static Optional<Fault> fault(
            SurveyDesign design, @Nullable Integer score, Map<String, List<String>> answers, boolean whole) {
        List<FollowUp> path = design.path(score, answers);
        Set<String> asked = path.stream().map(FollowUp::key).collect(Collectors.toSet());
        for (Map.Entry<String, List<String>> given : answers.entrySet()) {
            String key = given.getKey();
            Optional<FollowUp> question = design.followUp(key);
            if (question.isEmpty()) {
                return fault("UNKNOWN_QUESTION", key, "The survey asks no such question.");
            }
            if (!fits(question.get(), given.getValue())) {
                return fault("INVALID", key, "This is no answer to the question.");
            }
            if (!asked.contains(key)) {
                return fault("OFF_PATH", key, "The other answers do not lead to this question.");
            }
        }
        return path.stream()
                .filter(question -> whole && question.mustBeAnswered() && isMissing(question, answers))
                .findFirst()
                .flatMap(question -> fault("MISSING", question.key(), "This question needs an answer."));
    }

    private static boolean fits(FollowUp question, List<String> given) {
        boolean one = given.size() == 1;
        return switch (question.kind()) {
            case SINGLE -> one && question.offers(given.get(0));
            case MULTI ->
                !given.isEmpty()
                        && given.stream().distinct().count() == given.size()
                        && given.stream().allMatch(question::offers);
            case TEXT -> one && !given.get(0).isBlank() && given.get(0).length() <= LONGEST_TEXT;
            case CONSENT -> one && Set.of("true", "false").contains(given.get(0));
        };
    }

    private static boolean isMissing(FollowUp question, Map<String, List<String>> answers) {
        List<String> given = answers.get(question.key());
        return given == null || given.equals(List.of("false"));
    }

    private static Optional<Fault> fault(String code, String question, String message) {
        return Optional.of(new Fault(code, question, message));
    }
}
