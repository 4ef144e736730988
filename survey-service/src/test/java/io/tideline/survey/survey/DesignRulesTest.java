package io.tideline.survey.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.platform.graph.UserError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DesignRulesTest {
    private static final List<Choice> AB = List.of(new Choice("a", "A"), new Choice("b", "B"));

    @Test
    void takesAWholeDesign() {
        assertThat(refused(design(
                        List.of(score(null, 6, "why"), score(9, null, Branch.END)),
                        single("first", branch("b", "ok")),
                        text("why"),
                        new FollowUp(
                                "ok",
                                QuestionKind.CONSENT,
                                "May we call?",
                                null,
                                null,
                                List.of(branch("false", Branch.END))),
                        text("when"))))
                .isEmpty();
    }

    @Test
    void noAnswersLeadInACircleOrNowhere() {
        assertThat(code(design(List.of(), single("one", branch("a", "one")), text("two"))))
                .isEqualTo("BRANCH_CYCLE");
        assertThat(code(design(List.of(), text("one"), single("two", branch("a", "one")))))
                .isEqualTo("BRANCH_CYCLE");
        assertThat(code(design(List.of(), single("one", branch("a", "three"))))).isEqualTo("UNKNOWN_TARGET");
        assertThat(code(design(List.of(score(null, 6, "gone"))))).isEqualTo("UNKNOWN_TARGET");
    }

    @Test
    void aBranchNamesWhatItsQuestionOffers() {
        assertThat(code(design(List.of(), single("one", branch("c", Branch.END)))))
                .isEqualTo("UNKNOWN_OPTION");
        assertThat(code(design(List.of(score(0, 11, Branch.END))))).isEqualTo("OUT_OF_SCALE");
        assertThat(code(design(List.of(), single("one", score(1, null, Branch.END)))))
                .isEqualTo("UNKNOWN_OPTION");
    }

    @Test
    void aQuestionIsOneThatCanBeAsked() {
        assertThat(code(design(List.of(), new FollowUp("x", QuestionKind.SINGLE, "?", null, List.of(AB.get(0)), null))))
                .isEqualTo("INVALID");
        assertThat(code(design(List.of(), new FollowUp("x", QuestionKind.TEXT, "?", null, AB, null))))
                .isEqualTo("INVALID");
        assertThat(code(design(List.of(), new FollowUp("x y", QuestionKind.TEXT, "?", null, null, null))))
                .isEqualTo("INVALID");
        assertThat(code(design(List.of(), new FollowUp("x", QuestionKind.TEXT, " ", null, null, null))))
                .isEqualTo("INVALID");
        assertThat(code(design(List.of(), text("x"), text("x")))).isEqualTo("REPEATED");
        assertThat(code(design(List.of(), text(Branch.END)))).isEqualTo("REPEATED");
        assertThat(code(design(
                        List.of(),
                        IntStream.range(0, 21).mapToObj(n -> text("q" + n)).toArray(FollowUp[]::new))))
                .isEqualTo("INVALID");
    }

    @Test
    void aTranslationTranslatesWhatIsThere() {
        assertThat(code(translated("zh-CN", "one.a"))).isEmpty();
        assertThat(code(translated("zh-CN", "one.c"))).isEqualTo("UNKNOWN_TARGET");
        assertThat(code(translated("zh-CN", "two"))).isEqualTo("UNKNOWN_TARGET");
        assertThat(code(translated("no language", "one"))).isEqualTo("INVALID");
    }

    @Test
    void answersLeadTheirWay() {
        SurveyDesign design = design(
                List.of(score(9, null, "thanks"), score(null, 2, Branch.END)),
                single("first", branch("b", "thanks")),
                text("why"),
                text("thanks"));

        assertThat(path(design, 5, Map.of())).containsExactly("first", "why", "thanks");
        assertThat(path(design, 5, Map.of("first", List.of("a")))).containsExactly("first", "why", "thanks");
        assertThat(path(design, 5, Map.of("first", List.of("b")))).containsExactly("first", "thanks");
        assertThat(path(design, 9, Map.of("first", List.of("a")))).containsExactly("thanks");
        assertThat(path(design, 2, Map.of())).isEmpty();
        assertThat(path(SurveyDesign.NONE, 2, Map.of())).isEmpty();
    }

    @Test
    void aDesignIsReadAsItWasWritten() {
        SurveyDesign design = design(List.of(score(9, null, "one")), single("one", branch("b", Branch.END)));

        assertThat(SurveyDesign.read(design.write())).isEqualTo(design);
        assertThat(SurveyDesign.NONE.write()).isNull();
        assertThat(SurveyDesign.read(null)).isEqualTo(SurveyDesign.NONE);
    }

    private static SurveyDesign translated(String language, String key) {
        Translation translation = new Translation(language, null, null, List.of(new TranslatedText(key, "甲")));
        return new SurveyDesign(List.of(), List.of(single("one")), List.of(translation));
    }

    private static List<String> path(SurveyDesign design, int score, Map<String, List<String>> answers) {
        return design.path(score, answers).stream().map(FollowUp::key).toList();
    }

    private static Optional<UserError> refused(SurveyDesign design) {
        return DesignRules.refusal(design, SurveyType.NPS_0_10);
    }

    private static String code(SurveyDesign design) {
        return refused(design).map(UserError::code).orElse("");
    }

    private static SurveyDesign design(List<Branch> branches, FollowUp... followUps) {
        return new SurveyDesign(branches, List.of(followUps), List.of());
    }

    private static FollowUp text(String key) {
        return new FollowUp(key, QuestionKind.TEXT, "?", null, null, null);
    }

    private static FollowUp single(String key, Branch... branches) {
        return new FollowUp(key, QuestionKind.SINGLE, "?", null, AB, List.of(branches));
    }

    private static Branch branch(String option, String goTo) {
        return new Branch(null, null, List.of(option), goTo);
    }

    private static Branch score(@Nullable Integer atLeast, @Nullable Integer atMost, String goTo) {
        return new Branch(atLeast, atMost, null, goTo);
    }
}
