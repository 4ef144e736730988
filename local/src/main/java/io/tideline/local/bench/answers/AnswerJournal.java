package io.tideline.local.bench.answers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the clients know: which answers they tried to hand in, which were acknowledged and under which id, and what else they were told. */
public final class AnswerJournal {
    /** What the clients call an answer that did not come. */
    public static final String NO_ANSWER = "none";

    private final Set<String> attempted = ConcurrentHashMap.newKeySet();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Integer> others = new ConcurrentHashMap<>();
    private final AtomicLong contradictions = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();

    public void attempt(String key) {
        attempted.add(key);
    }

    /** @param body what came with the 200, the same whenever the same answer is sent again */
    public void acknowledge(String key, String body) {
        String before = acknowledged.putIfAbsent(key, body);
        if (before != null && !before.equals(body)) {
            contradictions.incrementAndGet();
        }
    }

    /** Notes an answer other than 200 by its status, or {@link #NO_ANSWER}. */
    public void other(String status) {
        others(status, 1);
    }

    /** Notes so many of them at once. */
    void others(String status, long times) {
        if (times > 0) {
            others.merge(status, (int) times, Integer::sum);
        }
    }

    /** Notes how long the door took to say anything. */
    public void took(long nanos) {
        longestNanos.accumulateAndGet(nanos, Math::max);
    }

    public boolean isAcknowledged(String key) {
        return acknowledged.containsKey(key);
    }

    public int acknowledged() {
        return acknowledged.size();
    }

    /** How often each status came that was not 200. */
    public Map<String, Integer> others() {
        return new TreeMap<>(others);
    }

    public double longestSeconds() {
        return longestNanos.get() / 1e9;
    }

    /**
     * The set-full check.
     *
     * @param stored answers in the database
     * @param lost acknowledged answers that are not stored
     * @param strangers stored answers that nobody tried to hand in
     * @param duplicated answers stored more than once, not kept in exactly one part, not told to the others exactly once, or acknowledged under two ids
     */
    public record Verdict(long stored, long lost, long strangers, long duplicated) {}

    /** Compares with what the database holds of a survey, named by its public key. */
    public Verdict check(Connection connection, String survey) throws SQLException {
        Map<String, Long> stored = new HashMap<>();
        // Before the tables are analysed the planner takes them for small and would compare each row with each.
        run(connection, "SET enable_nestloop = off");
        try (PreparedStatement statement = connection.prepareStatement(AnswerStatements.load("stored"))) {
            statement.setString(1, survey);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    stored.merge(rows.getString(1), rows.getLong(2), Long::sum);
                }
            }
        }
        return new Verdict(
                stored.size(),
                acknowledged.keySet().stream()
                        .filter(key -> !stored.containsKey(key))
                        .count(),
                stored.keySet().stream().filter(key -> !attempted.contains(key)).count(),
                stored.values().stream().filter(copies -> copies != 1).count() + contradictions.get());
    }

    private static void run(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(setting);
        }
    }
}
