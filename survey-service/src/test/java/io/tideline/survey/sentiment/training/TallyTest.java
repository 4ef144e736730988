package io.tideline.survey.sentiment.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.survey.sentiment.Feeling;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void weighsClassesTheSameHoweverManyTextsTheyHave() {
        Tally tally = new Tally();
        for (int text = 0; text < 8; text++) {
            tally.add(Feeling.NEGATIVE, Feeling.NEGATIVE);
        }
        tally.add(Feeling.POSITIVE, Feeling.NEGATIVE);
        tally.add(Feeling.POSITIVE, Feeling.POSITIVE);

        assertThat(tally.texts()).isEqualTo(10);
        assertThat(tally.accuracy()).isEqualTo(0.9);
        assertThat(tally.macroF1()).isCloseTo((16.0 / 17 + 2.0 / 3) / 2, within(1e-12));
    }

    @Test
    void isNoNumberOfNothing() {
        assertThat(new Tally().accuracy()).isNaN();
        assertThat(new Tally().macroF1()).isNaN();
    }
}
