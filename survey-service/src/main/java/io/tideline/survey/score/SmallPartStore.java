package io.tideline.survey.score;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.tideline.platform.time.Period;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the parts of a whole say about a segment of it. The groups of a dimension stay in the database: of thousands of them in each of 400 days, one row for
 * each day and {@link Figure} is read at most, fewer than the trend that is judged has cells.
 */
@ApplicationScoped
public class SmallPartStore {
    private static final String KEPT = judging(Sql.load(SmallPartStore.class, "count_kept.sql"), 15);
    private static final String ANSWERS = judging(
            counting(
                    Sql.load(SmallPartStore.class, "answers_of_parts.sql"),
                    Sql.load(SmallPartStore.class, "count_answers.sql")),
            17);
    private static final String COMMENTS = judging(
            counting(
                    Sql.load(SmallPartStore.class, "comments_of_parts.sql"),
                    Sql.load(SmallPartStore.class, "count_comments.sql")),
            16);

    /** By name; what else is counted is not shown. */
    private static final Map<String, Figure> FIGURES = Stream.concat(Figure.SCORES.stream(), Stream.of(Figure.COMMENTS))
            .collect(Collectors.toMap(Figure::name, Function.identity()));

    private final Database database;

    public SmallPartStore(Database database) {
        this.database = database;
    }

    /** @param named keys of the groups that the segment names */
    Uni<List<SmallParts>> ofScores(Lens whole, List<Period> periods, Dimension dimension, List<String> named) {
        return kept(whole, periods, dimension, named)
                .flatMap(found -> found.map(parts -> Uni.createFrom().item(parts))
                        .orElseGet(() -> ofAnswers(whole, periods, dimension, named)));
    }

    /** Empty where what is kept does not answer the question. */
    Uni<Optional<List<SmallParts>>> kept(Lens whole, List<Period> periods, Dimension dimension, List<String> named) {
        return KeptQuestion.of(whole, periods, dimension)
                .map(question -> judged(whole, KEPT, question.arguments(), named))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    Uni<List<SmallParts>> ofAnswers(Lens whole, List<Period> periods, Dimension dimension, List<String> named) {
        Tuple arguments =
                whole.arguments(periods, dimension).addBoolean(whole.mode() == AnswerMode.LATEST_PER_CUSTOMER);
        return judged(whole, ANSWERS, arguments, named).map(found -> found.orElse(List.of()));
    }

    Uni<List<SmallParts>> ofComments(Lens whole, List<Period> periods, Dimension dimension, List<String> named) {
        return judged(whole, COMMENTS, whole.arguments(periods, dimension), named)
                .map(found -> found.orElse(List.of()));
    }

    private Uni<Optional<List<SmallParts>>> judged(Lens whole, String sql, Tuple arguments, List<String> named) {
        return database.query(
                        whole.tenant(),
                        sql,
                        arguments.addArrayOfString(named.toArray(String[]::new)).addInteger(whole.floor()))
                .map(SmallPartStore::whereItFits);
    }

    private static Optional<List<SmallParts>> whereItFits(RowSet<Row> rows) {
        if (!Boolean.TRUE.equals(rows.iterator().next().getBoolean("fits"))) {
            return Optional.empty();
        }
        List<SmallParts> parts = new ArrayList<>();
        for (Row row : rows) {
            Figure figure = row.getLong("period") == null ? null : FIGURES.get(row.getString("figure"));
            if (figure != null) {
                parts.add(new SmallParts(
                        row.getLong("period").intValue() - 1,
                        figure,
                        row.getLong("small"),
                        row.getLong("small_named"),
                        row.getLong("small_answers"),
                        row.getBoolean("next_named")));
            }
        }
        return Optional.of(parts);
    }

    private static String counting(String sql, String counted) {
        return sql.replace("{counted}", counted);
    }

    /** @param parameters how many the counting statement has */
    private static String judging(String counted, int parameters) {
        return counting(Sql.load(SmallPartStore.class, "judge_parts.sql"), counted)
                .replace("{named}", "$" + (parameters + 1))
                .replace("{floor}", "$" + (parameters + 2));
    }
}
