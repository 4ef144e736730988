package io.tideline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.platform.sql.Ids;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class BenchFunnelTest {
    @Test
    void printsRatios() {
        assertThat(new BenchFunnel.Figures(0.05, 0.2, 1.25, 0.0123, 1.04).line())
                .isEqualTo("ratio_sql=0.050 ratio_groups=1.25 cached_p95_ms=12.3 growth=1.04 ratio_duckdb=0.200");
    }

    @Test
    void namesCustomersAsTheServicesDo() {
        assertThat(FunnelIngest.id("globex", "customer", "bench-funnel-in-7"))
                .isEqualTo(Ids.uuid("globex", "customer", "bench-funnel-in-7"));
    }

    /** The case FN-01 of a customer who starts twice, one who comes late, and one whose moments are of one instant. */
    @Test
    void asksThePeerForTheLatestStart() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE moment (c integer, t timestamp, s bigint, n integer)");
            statement.execute("INSERT INTO moment VALUES (1, '2025-01-01', 1, 1), (1, '2025-01-31', 2, 1), "
                    + "(1, '2025-02-14', 3, 2), (1, '2025-02-28', 4, 3), "
                    + "(2, '2025-01-01', 5, 1), (2, '2025-02-01', 6, 2), "
                    + "(3, '2025-01-01', 8, 1), (3, '2025-01-01', 7, 2)");

            assertThat(FunnelStatements.numbers(connection, "funnel_duckdb")).containsExactly(3, 1, 1, 0, 0, 0);
        }
    }

    /** The machine was busy in the second round, and with one of the two in the third. */
    @Test
    void comparesWhatWasMeasuredInTheSameRound() {
        double[] ones = {1, 10, 9};
        double[] others = {10, 100, 10};

        assertThat(FunnelRounds.ratio(ones, others)).isEqualTo(0.1);
    }
}
