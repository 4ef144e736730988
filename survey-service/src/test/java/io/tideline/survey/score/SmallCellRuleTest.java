package io.tideline.survey.score;

import static io.tideline.survey.score.SmallCellRule.Hiding.BESIDE;
import static io.tideline.survey.score.SmallCellRule.Hiding.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** SV-22. */
class SmallCellRuleTest {
    @Test
    void hidesTheNextSmallestWithTheOneThatIsTooSmall() {
        assertThat(SmallCellRule.hidden(Map.of("DE", 30L, "FR", 3L, "US", 8L), 5))
                .isEqualTo(Map.of("FR", SMALL, "US", BESIDE));
    }

    @Test
    void hidesMoreWhileWhatIsHiddenIsTogetherStillTooSmall() {
        assertThat(SmallCellRule.hidden(Map.of("DE", 30L, "FR", 1L, "US", 2L, "IT", 6L), 5))
                .isEqualTo(Map.of("FR", SMALL, "US", SMALL, "IT", BESIDE));
    }

    @Test
    void leavesTwoThatTogetherTellNobodysAnswer() {
        assertThat(SmallCellRule.hidden(Map.of("DE", 30L, "FR", 3L, "US", 4L), 5))
                .isEqualTo(Map.of("FR", SMALL, "US", SMALL));
    }

    @Test
    void showsPartsWithoutAnswersAndThoseAtTheFloor() {
        assertThat(SmallCellRule.hidden(Map.of("DE", 5L, "FR", 0L), 5)).isEmpty();
        assertThat(SmallCellRule.hidden(Map.of("DE", 4L, "FR", 0L), 5)).isEqualTo(Map.of("DE", SMALL));
    }

    @Test
    void hidesBesideWhatIsHiddenForAnotherReason() {
        assertThat(SmallCellRule.hidden(Map.of("DE", 30L, "FR", 9L, "US", 8L), 5, "US"::equals))
                .isEqualTo(Map.of("US", BESIDE, "FR", BESIDE));
    }

    @Test
    void letsAPartLeaveNobodyOrManyOfItsWhole() {
        assertThat(SmallCellRule.leavesFew(41, 38, 5)).isTrue();
        assertThat(SmallCellRule.leavesFew(41, 36, 5)).isFalse();
        assertThat(SmallCellRule.leavesFew(41, 41, 5)).isFalse();
        assertThat(SmallCellRule.leavesFew(3, 0, 5)).isFalse();
    }

    @Test
    void showsEverythingWithoutAFloor() {
        assertThat(SmallCellRule.hidden(Map.of("DE", 1L, "FR", 30L), 0)).isEmpty();
    }
}
