package io.tideline.survey.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    /** @param rounds milliseconds of one round after the other */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # rounds                                       | facts of the next
                                                                   | 1000
                    500                                            | 1000
                    2000                                           | 1000
                    499                                            | 2000
                    2001                                           | 500
                    2001 2001 2001                                 | 125
                    2001 2001 2001 2001 9000                       | 100
                    100 100 100 100 100                            | 10000
                    100 100 100 100 26000                          | 5000
                    """)
    void takesAsManyFactsAsARoundIsWorth(@Nullable String rounds, long facts) {
        Pace pace = new Pace();

        millis(rounds).forEach(round -> pace.took(Duration.ofMillis(round)));

        assertThat(pace.facts()).isEqualTo(facts);
    }

    private static LongStream millis(@Nullable String rounds) {
        return Arrays.stream(rounds == null ? new String[0] : rounds.split(" ")).mapToLong(Long::parseLong);
    }
}
