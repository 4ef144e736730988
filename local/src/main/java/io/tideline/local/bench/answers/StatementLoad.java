package io.tideline.local.bench.answers;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Settings;
import io.tideline.local.process.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The door's own statement, one answer each, straight at PostgreSQL as the door's role: by {@code pgbench} where this machine has one, otherwise by as many
 * threads over JDBC.
 */
final class StatementLoad {
    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+) \\(without");
    private static final List<String> VALUES = List.of(
            ":key",
            "ARRAY['p' || :id]",
            "ARRAY[9]",
            "ARRAY['Quick and friendly']",
            "ARRAY['en']",
            "ARRAY[NULL]",
            "ARRAY[NULL]",
            "ARRAY[NULL]",
            "ARRAY[NULL]");

    private final Platform platform;
    private final String survey;
    private final String statement;
    private final PrintStream out;

    StatementLoad(Platform platform, String survey, PrintStream out) {
        this.platform = platform;
        this.survey = survey;
        this.statement = AnswerStatements.submit(platform);
        this.out = out;
    }

    /** Answers a second. */
    double perSecond(int connections, int seconds) {
        Optional<Path> pgbench = pgbench();
        double rate =
                pgbench.isPresent() ? byPgbench(pgbench.get(), connections, seconds) : byJdbc(connections, seconds);
        out.printf("%-28s %8.0f answers/s%n", pgbench.isPresent() ? "pgbench" : "JDBC, for want of pgbench", rate);
        return rate;
    }

    private double byPgbench(Path program, int connections, int seconds) {
        try {
            Path script = Files.createTempFile("tideline", ".pgbench");
            try {
                Files.writeString(script, "\\set id random(1, 9000000000000000)\n" + spelled() + ";\n");
                List<String> command = new ArrayList<>(List.of(
                        program.toString(), "-n", "-M", "prepared", "-D", "key=" + survey, "-f", script.toString()));
                command.addAll(List.of("-c", "" + connections, "-j", "2", "-T", "" + seconds, "-h", Settings.HOST));
                command.addAll(
                        List.of("-p", "" + platform.settings().port(Part.POSTGRES), "-U", "survey_app", "survey"));
                Path log = Files.createTempFile("tideline", ".log");
                int code = Command.logged(
                        command, Map.of("PGPASSWORD", platform.secrets().databasePassword("survey_app")), log);
                String said = Files.readString(log);
                Files.delete(log);
                Matcher rate = PER_SECOND.matcher(said);
                if (code != 0 || !rate.find()) {
                    throw new LocalException("pgbench failed: " + said);
                }
                return Double.parseDouble(rate.group(1));
            } finally {
                Files.delete(script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statement with the values of one answer in place of its parameters. A colon before a letter would be a variable to pgbench. */
    private String spelled() {
        String text = statement;
        for (int number = VALUES.size(); number > 0; number--) {
            text = text.replaceAll("(?m)\\$" + number + "(?=::)", Matcher.quoteReplacement(VALUES.get(number - 1)));
        }
        return text.replace(":id", ":id::text")
                .replace("HH24:MI:SS", "HH24' || chr(58) || 'MI' || chr(58) || 'SS")
                .replaceAll("(?m)^--.*$", "")
                .strip();
    }

    private static Optional<Path> pgbench() {
        Stream<Path> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "pgbench"));
        return path.filter(Files::isExecutable).findFirst();
    }

    private double byJdbc(int connections, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<Long>> workers = new ArrayList<>();
            for (int number = 0; number < connections; number++) {
                workers.add(() -> submitUntil(end));
            }
            long all = 0;
            for (Future<Long> worker : threads.invokeAll(workers)) {
                all += worker.get();
            }
            return all / (double) seconds;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new LocalException("the statement failed: " + e.getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private long submitUntil(long end) throws SQLException {
        long done = 0;
        String text = statement.replaceAll("(?m)^--.*$", "").replaceAll("\\$[0-9]+(?=::)", "?");
        try (Connection connection = platform.connect("survey", "survey_app");
                PreparedStatement prepared = connection.prepareStatement(text)) {
            while (System.nanoTime() < end) {
                Map<Integer, Object[]> arrays = new HashMap<>(Map.of(
                        2, new String[] {UUID.randomUUID().toString()},
                        3, new Short[] {9},
                        4, new String[] {"Quick and friendly"},
                        5, new String[] {"en"}));
                prepared.setString(1, survey);
                for (int at = 2; at <= VALUES.size(); at++) {
                    Object[] one = arrays.get(at);
                    prepared.setArray(
                            at, connection.createArrayOf(at == 3 ? "int2" : "text", one == null ? new String[1] : one));
                }
                prepared.executeQuery().close();
                done++;
            }
        }
        return done;
    }
}
