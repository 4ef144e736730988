package io.tideline.local.bench;

import static io.tideline.local.bench.FunnelStatements.numbers;
import static io.tideline.local.bench.FunnelStatements.run;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;

/** Invented events of the organisation globex in the database of the funnel service, and their journeys built anew from them. */
final class FunnelData {
    static final String TENANT = "globex";
    private static final int EVENTS_OF_A_CUSTOMER = 15;
    private static final long EVENTS_AT_ONCE = 1_000_000;
    private static final long CUSTOMERS_AT_ONCE = 65_536;
    private static final long LITTLE_BYTES = 2_000_000;
    private static final int PATIENCE_SECONDS = 3_600;
    private static final int SECONDS_BETWEEN_REPORTS = 15;
    private static final double MEGABYTE = 1e6;

    private final Platform platform;
    private final PrintStream out;

    FunnelData(Platform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    Connection connect() throws SQLException {
        return platform.connect(Part.FUNNEL.key(), "postgres");
    }

    int firstName(Connection connection) throws SQLException {
        return (int) numbers(connection, "funnel_first_name", TENANT)[0];
    }

    /** Adds events until there are as many; each customer has 15 on average. */
    void grow(long from, long to) throws SQLException {
        try (Connection connection = connect()) {
            run(connection, "funnel_names", TENANT);
            run(connection, "funnel_customers", TENANT, from / EVENTS_OF_A_CUSTOMER, to / EVENTS_OF_A_CUSTOMER - 1);
            for (long first = from; first < to; first += EVENTS_AT_ONCE) {
                run(
                        connection,
                        "funnel_events",
                        TENANT,
                        firstName(connection),
                        from,
                        to / EVENTS_OF_A_CUSTOMER,
                        to - from,
                        first,
                        Math.min(first + EVENTS_AT_ONCE, to) - 1);
                out.printf(Locale.ROOT, "  %,d of %,d events stored%n", Math.min(first + EVENTS_AT_ONCE, to), to);
            }
            buildAnew(connection);
            execute(connection, "VACUUM ANALYZE event", "VACUUM ANALYZE customer", "CHECKPOINT");
        }
    }

    /**
     * Adds journeys of further customers until there are as many events, by way of the notes that the door writes beside the facts: packing is the service's
     * own, but the facts, which no question reads, are left out.
     */
    void swell(long from, long to) throws SQLException {
        long first = from / EVENTS_OF_A_CUSTOMER + 1;
        long last = to / EVENTS_OF_A_CUSTOMER;
        try (Connection connection = connect()) {
            int name = firstName(connection);
            for (long some = first; some <= last; some += CUSTOMERS_AT_ONCE) {
                long end = Math.min(some + CUSTOMERS_AT_ONCE - 1, last);
                run(connection, "funnel_swell_customers", TENANT, first, last, some, end);
                run(connection, "funnel_swell", TENANT, name, first, last, some, end);
                out.printf(Locale.ROOT, "  %,d of %,d customers noted%n", end - first + 1, last - first + 1);
            }
            execute(connection, "VACUUM ANALYZE customer", "ANALYZE journey_change", "CHECKPOINT");
        }
    }

    /** Lets all journeys be made anew from the facts. */
    void buildAnew() throws SQLException {
        try (Connection connection = connect()) {
            buildAnew(connection);
        }
    }

    /** Leaves nothing behind but the names of the stages. */
    void clear() throws SQLException {
        try (Connection connection = connect()) {
            run(connection, "funnel_clear_events", TENANT);
            run(connection, "funnel_clear_customers", TENANT);
            buildAnew(connection);
            execute(
                    connection,
                    "VACUUM ANALYZE event",
                    "VACUUM ANALYZE customer",
                    "VACUUM journey_block",
                    "VACUUM journey_change");
        }
    }

    private static void buildAnew(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        run(connection, "funnel_forget_packed", TENANT);
        run(connection, "funnel_forget_changes", TENANT);
        run(connection, "funnel_notes", TENANT);
        run(connection, "funnel_count_packing", TENANT);
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Packing goes on where somebody asks. */
    void awaitPacked(Runnable question) throws SQLException, InterruptedException {
        try (Connection connection = connect()) {
            for (int second = 0; second < PATIENCE_SECONDS; second++) {
                long waiting = numbers(connection, "funnel_waiting", TENANT)[0];
                if (second % SECONDS_BETWEEN_REPORTS == SECONDS_BETWEEN_REPORTS - 1) {
                    out.printf(Locale.ROOT, "  %.0f MB wait to be packed%n", waiting / MEGABYTE);
                }
                if (waiting <= LITTLE_BYTES) {
                    execute(connection, "VACUUM ANALYZE journey_block", "VACUUM ANALYZE journey_change", "CHECKPOINT");
                    return;
                }
                question.run();
                Thread.sleep(Duration.ofSeconds(1).toMillis());
            }
        }
        throw new LocalException("the journeys were not packed within an hour");
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }
}
