package io.tideline.platform.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

    /** The 15 probabilities of Benjamini and Hochberg's own example; four stay below 5 %. */
    @Test
    void keepsTheFourOfTheAuthorsExample() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0
        };

        double[] q = FalseDiscovery.adjusted(p);

        assertThat(q)
                .usingComparatorWithPrecision(1e-9)
                .startsWith(0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857142857, 0.063857142857, 0.0645);
        assertThat(q[14]).isEqualTo(1);
    }

    @Test
    void keepsTheOrderGivenAndEqualProbabilitiesEqual() {
        double[] q = FalseDiscovery.adjusted(new double[] {0.04, 0.01, 0.04, 0.9});

        assertThat(q[1]).isCloseTo(0.04, within(1e-12));
        assertThat(q[0]).isEqualTo(q[2]).isCloseTo(0.04 * 4 / 3, within(1e-12));
        assertThat(FalseDiscovery.adjusted(new double[0])).isEmpty();
    }
}
