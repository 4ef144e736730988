package io.tideline.survey.score;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.tideline.platform.time.Period;
import io.tideline.survey.kept.PackScores;
import io.tideline.survey.survey.SurveyType;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts of answers: those that are kept where they answer the question, else of the answers themselves, which says the same. */
@ApplicationScoped
public class ScoreStore {
    private static final String COUNT_ANSWERS = Sql.load(ScoreStore.class, "count_answers.sql");
    private static final String COUNT_AGENTS = Sql.load(ScoreStore.class, "count_agents.sql");
    private static final String COUNT_KEPT = Sql.load(ScoreStore.class, "count_kept.sql");

    private final Database database;
    private final PackScores packing;

    public ScoreStore(Database database, PackScores packing) {
        this.database = database;
        this.packing = packing;
    }

    /** One entry for each period and group that has anything to count. Customers' weights are known where one answer of each counts. */
    Uni<List<Counted>> count(Lens lens, List<Period> periods, @Nullable Dimension dimension) {
        return kept(lens, periods, dimension)
                .flatMap(found -> found.map(counted -> Uni.createFrom().item(counted))
                        .orElseGet(() -> countAnswers(lens, periods, dimension)));
    }

    /** Empty where what is kept does not answer the question. */
    Uni<Optional<List<Counted>>> kept(Lens lens, List<Period> periods, @Nullable Dimension dimension) {
        packing.soon(lens.tenant());
        return KeptQuestion.of(lens, periods, dimension)
                .map(question -> database.query(lens.tenant(), COUNT_KEPT, question.arguments())
                        .map(ScoreStore::countedWhereItFits))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** The same from the answers, with the weights of customers whichever answers count. */
    Uni<List<Counted>> countAnswers(Lens lens, List<Period> periods, @Nullable Dimension dimension) {
        return database.query(
                        lens.tenant(),
                        COUNT_ANSWERS,
                        lens.arguments(periods, dimension).addBoolean(lens.mode() == AnswerMode.LATEST_PER_CUSTOMER))
                .map(ScoreStore::counted);
    }

    /** Answers of each agent in the lens's period, and of {@link Segment#NONE} those of nobody. */
    Uni<Map<UUID, ScoreCounts>> countOfAgents(Lens lens) {
        return kept(lens, List.of(lens.period()), Dimension.AGENT)
                .flatMap(found -> found.map(counted -> Uni.createFrom().item(byAgent(counted)))
                        .orElseGet(() -> countAnswersOfAgents(lens)));
    }

    private static Map<UUID, ScoreCounts> byAgent(List<Counted> counted) {
        Map<UUID, ScoreCounts> counts = new LinkedHashMap<>();
        counted.forEach(agent ->
                counts.put(agent.key().isEmpty() ? Segment.NONE : UUID.fromString(agent.key()), agent.scores()));
        return counts;
    }

    private Uni<Map<UUID, ScoreCounts>> countAnswersOfAgents(Lens lens) {
        Tuple arguments = Tuple.tuple()
                .addString(lens.tenant())
                .addOffsetDateTime(utc(lens.period().start()))
                .addOffsetDateTime(utc(lens.period().end()))
                .addUUID(lens.segment().onlyTeam())
                .addUUID(lens.segment().onlyAgent());
        return database.query(lens.tenant(), COUNT_AGENTS, arguments).map(rows -> {
            Map<UUID, Map<SurveyType, List<ScoreCounts.Count>>> found = new LinkedHashMap<>();
            rows.forEach(row -> add(
                    found.computeIfAbsent(row.getUUID("agent_id"), id -> new EnumMap<>(SurveyType.class)),
                    row,
                    row.getLong("answers"),
                    BigDecimal.valueOf(row.getLong("answers"))));
            Map<UUID, ScoreCounts> counts = new LinkedHashMap<>();
            found.forEach((agent, byType) -> counts.put(agent, new ScoreCounts(byType)));
            return counts;
        });
    }

    private static Optional<List<Counted>> countedWhereItFits(RowSet<Row> rows) {
        return rows.iterator().next().getBoolean("fits") ? Optional.of(counted(rows)) : Optional.empty();
    }

    private static List<Counted> counted(RowSet<Row> rows) {
        Map<Place, Found> found = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.getLong("period") == null) {
                continue;
            }
            Place place = new Place(
                    row.getLong("period").intValue() - 1, row.getString("group_key"), row.getString("group_label"));
            found.computeIfAbsent(place, key -> new Found()).add(row);
        }
        List<Counted> counted = new ArrayList<>();
        found.forEach((place, facts) -> counted.add(new Counted(
                place.period(), place.key(), place.label(), new ScoreCounts(facts.scores), facts.deliveries)));
        return counted;
    }

    private record Place(int period, String key, String label) {}

    private static final class Found {
        private final Map<SurveyType, List<ScoreCounts.Count>> scores = new EnumMap<>(SurveyType.class);
        private DeliveryCounts deliveries = DeliveryCounts.NONE;

        void add(Row row) {
            String kind = row.getString("kind");
            if (kind.equals("ANSWER")) {
                ScoreStore.add(scores, row, row.getLong("facts"), row.getBigDecimal("accounts"));
            } else {
                deliveries = deliveries.with(kind, row.getLong("facts"), row.getLong("answered"));
            }
        }
    }

    private static void add(
            Map<SurveyType, List<ScoreCounts.Count>> byType, Row row, long answers, @Nullable BigDecimal accounts) {
        SurveyType.of(row.getString("type")).ifPresent(type -> byType.computeIfAbsent(type, key -> new ArrayList<>())
                .add(new ScoreCounts.Count(row.getInteger("score"), answers, accounts)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
