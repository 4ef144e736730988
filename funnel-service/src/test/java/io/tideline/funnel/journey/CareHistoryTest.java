package io.tideline.funnel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.funnel.customer.Care;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** KP-07: whom a fact counts for, when a customer of agent 1 in team 8 went to agent 2 at 100 and with agent 2 to team 9 at 200. */
class CareHistoryTest {
    private static final String HISTORY =
            "100 " + id(1) + " " + id(8) + ";200 " + id(2) + " " + id(8) + ";" + id(2) + " " + id(9);

    @ParameterizedTest(name = "at {0}: agent {1} of team {2}")
    @CsvSource({
        "-9000000000000000, 1, 8",
        "0, 1, 8",
        "99, 1, 8",
        "100, 2, 8",
        "199, 2, 8",
        "200, 2, 9",
        "9000000000000000, 2, 9"
    })
    void countsForWhoHeldTheCustomerThen(long at, int agent, int team) {
        Care care = CareHistory.read(HISTORY).at(at);

        assertThat(care).isEqualTo(new Care(id(agent), id(team)));
    }

    @Test
    void knowsWhereThereIsNobody() {
        CareHistory history = CareHistory.read("100 - " + id(8) + ";" + id(2) + " -");

        assertThat(history.at(0)).isEqualTo(new Care(null, id(8)));
        assertThat(history.at(100)).isEqualTo(new Care(id(2), null));
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
