package io.tideline.local.bench.answers;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Platform;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./tideline bench answers [SECONDS]}: answers acknowledged by the public door over 64 connections, beside {@code pgbench} with 64 connections running
 * the door's statement on the same PostgreSQL, in turns; then answers at three times the door's rate for three times as long, whether those before are
 * answered or not. Needs no running platform. The survey's and the network's rates are lifted by settings; the rest of the door is as always.
 * <pre>
 * ratio_pgbench  = median answers/s of the door / median answers/s of pgbench
 * goodput_ratio  = answers/s taken under three times the load / those just before and after
 * heap_growth_mb = the door's heap in the middle of it, after a collection - the same just before
 * recovery_s     = from its end to the first of ten answers that are taken one after the other
 * </pre>
 * {@code p99_ms} is that of the answers taken under three times the load. Every acknowledged answer is looked for in the end.
 */
public final class BenchAnswers {
    private static final int CONNECTIONS = 64;
    private static final int SECONDS = 10;
    private static final int ROUNDS = 3;
    private static final int WARM_UP_SECONDS = 20;
    private static final int FLOOD_TIMES_LONGER = 3;
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final String SURVEY = "BenchAnswersBenchAnsw1";
    private static final double MEBIBYTE = 1024 * 1024;

    private final DoorGround ground;
    private final PrintStream out;
    private final AnswerJournal journal = new AnswerJournal();

    private BenchAnswers(DoorGround ground, PrintStream out) {
        this.ground = ground;
        this.out = out;
    }

    /** Prints the figures as the last line. */
    public static int run(List<String> arguments, Platform platform, PrintStream out) {
        int seconds = arguments.isEmpty() ? SECONDS : Integer.parseInt(arguments.get(0));
        Path state = platform.settings().state().resolve("bench-answers");
        try (DoorGround ground = new DoorGround(platform.settings().root(), System.getenv(), state, List.of())) {
            ground.startDatabase();
            out.println(new BenchAnswers(ground, out).measure(seconds));
            return 0;
        } catch (SQLException e) {
            throw new LocalException("the database failed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String measure(int seconds) throws SQLException, IOException {
        DoorProcess door = ground.startDoor(DoorGround.NO_RATES).start();
        ground.publish(SURVEY);
        assertDurable();
        AnswerLoad load = new AnswerLoad(door.port(), SURVEY, journal);
        StatementLoad peer = new StatementLoad(ground.platform(), SURVEY, out);
        Overload overload = new Overload(door, load, SURVEY, journal);
        overload.warmUp(WARM_UP_SECONDS);
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            theirs[round] = peer.perSecond(CONNECTIONS, seconds);
            AnswerLoad.Times times = load.closed(CONNECTIONS, seconds);
            ours[round] = times.perSecond();
            out.printf(
                    Locale.ROOT,
                    "%-28s %8.0f answers/s  p50 %.1f ms  p99 %.1f ms%n",
                    "the door",
                    ours[round],
                    times.percentileMillis(50),
                    times.percentileMillis(99));
        }
        java.util.Arrays.sort(ours);
        java.util.Arrays.sort(theirs);
        Overload.Told over = overload.run(1, seconds, FLOOD_TIMES_LONGER * seconds);
        tell(over);
        return line(ours[ROUNDS / 2], theirs[ROUNDS / 2], over);
    }

    private void tell(Overload.Told over) {
        Overload.Turn turn = over.turns().get(0);
        out.printf(
                Locale.ROOT,
                "%-28s %8.0f answers/s  %.0f sent/s  p50 %.1f ms  p99 %.1f ms of those taken; %.0f and %.0f before and after; refused in all %s%n",
                String.format(Locale.ROOT, "%.1f times as many", over.load()),
                turn.flood().perSecond(),
                turn.flood().sent() / turn.flood().seconds(),
                over.percentileMillis(50),
                over.percentileMillis(99),
                turn.before().perSecond(),
                turn.after().perSecond(),
                journal.others());
    }

    private String line(double capacity, double peer, Overload.Told over) throws SQLException {
        double p99 = over.percentileMillis(99);
        if (p99 > DEADLINE.toMillis()) {
            throw new LocalException("answers taken under overload took longer than the deadline: " + p99 + " ms");
        }
        try (Connection connection = ground.connect()) {
            AnswerJournal.Verdict verdict = ownAnswers(connection);
            return String.format(
                    Locale.ROOT,
                    "ratio_pgbench=%.2f answers_per_s=%.0f p99_ms=%.0f goodput_ratio=%.2f recovery_s=%.2f heap_growth_mb=%.1f lost=%d duplicated=%d",
                    capacity / peer,
                    capacity,
                    p99,
                    over.goodput(),
                    over.recoverySeconds(),
                    over.heldBytes() / MEBIBYTE,
                    verdict.lost(),
                    verdict.duplicated());
        }
    }

    private AnswerJournal.Verdict ownAnswers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(AnswerStatements.load("forget_peer"));
        }
        AnswerJournal.Verdict verdict = journal.check(connection, SURVEY);
        out.printf(
                Locale.ROOT,
                "%,d answers acknowledged, %,d stored, %d that nobody sent%n",
                journal.acknowledged(),
                verdict.stored(),
                verdict.strangers());
        return verdict;
    }

    private void assertDurable() throws SQLException {
        try (Connection connection = ground.platform().connect("survey", "survey_app");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(AnswerStatements.load("settings"))) {
            if (!rows.next() || !rows.getBoolean(1)) {
                throw new LocalException("a commit does not wait for the disk here");
            }
        }
    }
}
