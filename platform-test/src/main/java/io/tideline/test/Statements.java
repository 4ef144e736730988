package io.tideline.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * SQL statements that reached the server, read from its log: what a test counts when it says how many statements a request may cost.
 *
 * @param texts each statement as sent, in order
 */
public record Statements(List<String> texts) {
    private static final Pattern LOGGED = Pattern.compile("^(\\w*)\\|LOG: {2}(?:statement|execute [^:]*): (.*)$");
    private static final long SETTLE_MILLIS = 150;

    public Statements {
        texts = List.copyOf(texts);
    }

    /** Runs the work and gives the statements that {@code database} saw meanwhile. */
    public static Statements during(String database, Runnable work) {
        try {
            long before = Files.size(PostgresForTests.log());
            work.run();
            Thread.sleep(SETTLE_MILLIS);
            byte[] log = Files.readAllBytes(PostgresForTests.log());
            String added = new String(log, (int) before, (int) (log.length - before), StandardCharsets.UTF_8);
            return new Statements(statements(added, database));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** How many statements read or write this table. */
    public long onTable(String table) {
        Pattern used = Pattern.compile("\\b(from|join|into|update)\\s+(only\\s+)?" + table.toLowerCase(Locale.ROOT)
                + "\\b|,\\s*" + table.toLowerCase(Locale.ROOT) + "\\s+as\\b");
        return texts.stream()
                .filter(text -> used.matcher(text.toLowerCase(Locale.ROOT)).find())
                .count();
    }

    /** Statements that are not transaction control or the tenant setting. */
    public List<String> work() {
        return texts.stream()
                .filter(text -> !text.matches("(?is)\\s*(begin|commit|rollback|select set_config).*"))
                .toList();
    }

    private static List<String> statements(String log, String database) {
        List<String> found = new ArrayList<>();
        StringBuilder current = null;
        for (String line : log.split("\n")) {
            var start = LOGGED.matcher(line);
            if (start.matches()) {
                flush(found, current);
                current = start.group(1).equals(database) ? new StringBuilder(start.group(2)) : null;
            } else if (line.startsWith("\t") && current != null) {
                current.append('\n').append(line);
            } else if (line.contains("|")) {
                flush(found, current);
                current = null;
            }
        }
        flush(found, current);
        return found;
    }

    private static void flush(List<String> found, @org.jspecify.annotations.Nullable StringBuilder statement) {
        if (statement != null) {
            found.add(statement.toString());
        }
    }
}
