package io.tideline.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.bench.answers.DoorGround;
import io.tideline.local.bench.answers.DoorProcess;
import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Platform;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code ./tideline bench scores [ANSWERS]}: the net promoter score of a quarter by market over invented answers of two years, asked of a survey-service on a
 * PostgreSQL of its own; beside it the same numbers by SQL over the answers in the same PostgreSQL, which must be equal. Needs no running platform. Quarters and
 * modes take turns, and the service remembers no answer.
 * <pre>p95_ms = 95 of 100 answers to questions over HTTP come within   raw_ms = median of the same by SQL over the answers</pre>
 */
final class BenchScores {
    private static final long ANSWERS = 10_000_000;
    private static final long ANSWERS_OF_A_CUSTOMER = 20;
    private static final long AT_ONCE = 500_000;
    private static final int WARM_UP = 1_500;
    private static final int RUNS = 400;
    private static final int QUARTERS = 8;
    private static final int COMPARED = 6;
    private static final int MONTHS_OF_A_QUARTER = 3;
    private static final int PATIENCE_SECONDS = 3_600;
    private static final double MILLIS = 1e3;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private final DoorGround ground;
    private final ScoreCaller caller;
    private final PrintStream out;

    private BenchScores(DoorGround ground, PrintStream out) {
        this.ground = ground;
        this.caller = new ScoreCaller(ground.platform(), DoorGround.TENANT);
        this.out = out;
    }

    /** Prints the figures as the last line. */
    static int run(List<String> arguments, Platform platform, PrintStream out) {
        long answers = arguments.isEmpty() ? ANSWERS : Long.parseLong(arguments.get(0));
        Path state = platform.settings().state().resolve("bench-scores");
        try (DoorGround ground = new DoorGround(platform.settings().root(), System.getenv(), state, List.of())) {
            ground.startDatabase();
            out.println(new BenchScores(ground, out).measure(answers).line());
            return 0;
        } catch (SQLException e) {
            throw new LocalException("the database failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }

    /** @param raw milliseconds, as p95 is */
    record Figures(double p95, double raw, long answers, long cells) {
        String line() {
            return String.format(
                    Locale.ROOT, "p95_ms=%.1f raw_ms=%.0f answers=%d cells=%d equal=true", p95, raw, answers, cells);
        }
    }

    /** A quarter, and whether the latest answer of each customer counts or all. */
    private record Question(int quarter, boolean latest) {
        static Question of(int number) {
            return new Question(number % QUARTERS, number / QUARTERS % 2 == 0);
        }

        LocalDate from() {
            return FIRST.plusMonths((long) MONTHS_OF_A_QUARTER * quarter);
        }

        LocalDate to() {
            return from().plusMonths(MONTHS_OF_A_QUARTER);
        }

        String text() {
            return "{ satisfaction(period: {from: \"" + from() + "\", to: \"" + to() + "\"}, mode: "
                    + (latest ? "LATEST_PER_CUSTOMER" : "ALL_RESPONSES")
                    + ") { by(dimension: MARKET) { key measures { nps { value numerator denominator } } } } }";
        }
    }

    private Figures measure(long answers) throws SQLException, InterruptedException {
        DoorProcess service = ground.startDoor(caller.settings()).start();
        try (Connection connection = ground.connect()) {
            store(connection, answers);
            long cells = kept(connection, service);
            double[] raw = new double[COMPARED];
            for (int number = 0; number < COMPARED; number++) {
                raw[number] = compared(connection, service, Question.of(number * (QUARTERS / 2 + 1)));
            }
            Arrays.sort(raw);
            return new Figures(asked(service), raw[COMPARED / 2], answers, cells);
        }
    }

    private void store(Connection connection, long answers) throws SQLException {
        long started = System.nanoTime();
        long customers = Math.max(1, answers / ANSWERS_OF_A_CUSTOMER);
        execute(connection, "SET synchronous_commit = off");
        FunnelStatements.run(connection, "scores_organisation", DoorGround.TENANT, DoorGround.TENANT);
        FunnelStatements.run(connection, "scores_customers", DoorGround.TENANT, 1L, customers);
        for (long first = 0; first < answers; first += AT_ONCE) {
            long last = Math.min(first + AT_ONCE, answers) - 1;
            FunnelStatements.run(connection, "scores_answers", DoorGround.TENANT, customers, answers, first, last);
        }
        execute(connection, "VACUUM ANALYZE");
        out.printf(
                Locale.ROOT,
                "%,d answers of %,d customers stored in %.0f s%n",
                answers,
                customers,
                FunnelQuestions.since(started));
    }

    /** The service fills what it keeps once somebody asks; until then it counts the answers. */
    private long kept(Connection connection, DoorProcess service) throws SQLException, InterruptedException {
        long started = System.nanoTime();
        caller.ask(service, "{ satisfaction(period: {from: \"2000-01-01\", to: \"2000-02-01\"}) { nps { value } } }");
        for (int second = 0; second < PATIENCE_SECONDS; second++) {
            long cells = FunnelStatements.numbers(connection, "scores_kept", DoorGround.TENANT)[0];
            if (cells > 0) {
                double seconds = FunnelQuestions.since(started);
                execute(connection, "VACUUM ANALYZE score_cell", "CHECKPOINT");
                out.printf(Locale.ROOT, "%,d cells filled in %.0f s%n", cells, seconds);
                return cells;
            }
            Thread.sleep(Duration.ofSeconds(1).toMillis());
        }
        throw new LocalException("the cells were not filled within an hour");
    }

    /** Milliseconds that the answers themselves take. */
    private double compared(Connection connection, DoorProcess service, Question question) throws SQLException {
        Map<String, String> said = said(service, question);
        Map<String, String> counted = new TreeMap<>();
        long started = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement(FunnelStatements.load("scores_raw"))) {
            statement.setString(1, DoorGround.TENANT);
            statement.setString(
                    2, question.from().atStartOfDay(ZONE).toOffsetDateTime().toString());
            statement.setString(
                    3, question.to().atStartOfDay(ZONE).toOffsetDateTime().toString());
            statement.setBoolean(4, question.latest());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counted.put(rows.getString(1), rows.getLong(2) + "/" + rows.getLong(3));
                }
            }
        }
        double millis = FunnelQuestions.since(started) * MILLIS;
        if (counted.isEmpty() || !counted.equals(said)) {
            throw new LocalException("of " + question + " the answers say " + counted + ", the service " + said);
        }
        out.printf(Locale.ROOT, "%-40s equal, by SQL in %.0f ms%n", question, millis);
        return millis;
    }

    private Map<String, String> said(DoorProcess service, Question question) {
        Map<String, String> said = new TreeMap<>();
        for (JsonNode group : caller.ask(service, question.text()).at("/satisfaction/by")) {
            JsonNode nps = group.at("/measures/nps");
            said.put(
                    group.get("key").asText(),
                    nps.get("numerator").asText() + "/" + nps.get("denominator").asText());
        }
        return said;
    }

    private double asked(DoorProcess service) {
        for (int run = 0; run < WARM_UP; run++) {
            caller.ask(service, Question.of(run).text());
        }
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long started = System.nanoTime();
            caller.ask(service, Question.of(run).text());
            millis[run] = FunnelQuestions.since(started) * MILLIS;
        }
        Arrays.sort(millis);
        double p95 = millis[RUNS * 95 / 100];
        out.printf(Locale.ROOT, "a quarter by market p50 %.1f ms  p95 %.1f ms%n", millis[RUNS / 2], p95);
        return p95;
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }
}
