package io.tideline.survey.score;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.CellBudget;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.PageRequest;
import io.tideline.platform.graph.TimePosition;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.tideline.platform.time.Period;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comments, listed and counted. */
@ApplicationScoped
public class CommentStore {
    private static final String COUNT = Sql.load(CommentStore.class, "count_comments.sql");
    private static final String PAGE = Sql.load(CommentStore.class, "page_of_comments.sql");
    private static final Period ALWAYS = new Period(LocalDate.of(1900, 1, 1), LocalDate.of(2300, 1, 1), ZoneOffset.UTC);

    private final Database database;

    public CommentStore(Database database) {
        this.database = database;
    }

    /** A period, by its place from 0, and a group. */
    record Place(int period, String group) {}

    Uni<Map<Place, CommentCounts>> count(Lens lens, List<Period> periods, @Nullable Dimension dimension) {
        return database.query(lens.tenant(), COUNT, lens.arguments(periods, dimension))
                .map(rows -> {
                    Map<Place, Map<String, Map<Sentiment, Long>>> found = new LinkedHashMap<>();
                    for (Row row : rows) {
                        String theme = row.getString("theme");
                        found.computeIfAbsent(
                                        new Place(row.getLong("period").intValue() - 1, row.getString("group_key")),
                                        place -> new HashMap<>())
                                .computeIfAbsent(theme == null ? WHOLE : theme, key -> new EnumMap<>(Sentiment.class))
                                .put(Sentiment.valueOf(row.getString("sentiment")), row.getLong("comments"));
                    }
                    Map<Place, CommentCounts> counts = new LinkedHashMap<>();
                    found.forEach((place, byTheme) -> counts.put(place, counts(byTheme)));
                    return counts;
                });
    }

    /** No theme has this name: names are not blank. */
    private static final String WHOLE = "";

    private static CommentCounts counts(Map<String, Map<Sentiment, Long>> byTheme) {
        Map<String, Map<Sentiment, Long>> themes = new HashMap<>(byTheme);
        Map<Sentiment, Long> whole = themes.remove(WHOLE);
        return new CommentCounts(whole == null ? Map.of() : whole, themes, false);
    }

    Uni<List<SurveyComment>> page(Lens lens, CommentFilter filter, PageRequest request) {
        return page(lens, filter, request.cursor(), request.size() + 1, null);
    }

    /** A comment that the caller sees. */
    public Uni<Optional<SurveyComment>> find(Caller caller, UUID response) {
        Lens lens = new Lens(
                caller.tenant(), ALWAYS, Segment.of(caller, null, null), AnswerMode.ALL_RESPONSES, 0, new CellBudget());
        return page(lens, CommentFilter.ANY, null, 1, response)
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<SurveyComment>> page(
            Lens lens, CommentFilter filter, @Nullable String after, int most, @Nullable UUID only) {
        TimePosition behind = TimePosition.of(after);
        Tuple arguments = lens.arguments(List.of(lens.period()), null)
                .addArrayOfString(
                        filter.sentiments() == null
                                ? null
                                : filter.sentiments().stream().map(Enum::name).toArray(String[]::new))
                .addString(filter.theme())
                .addOffsetDateTime(behind.at())
                .addUUID(behind.id())
                .addInteger(most)
                .addUUID(only);
        return database.query(lens.tenant(), PAGE, arguments).map(rows -> {
            List<SurveyComment> comments = new ArrayList<>();
            rows.forEach(row -> comments.add(comment(row)));
            return comments;
        });
    }

    private static SurveyComment comment(Row row) {
        Float confidence = row.getFloat("confidence");
        return new SurveyComment(
                row.getUUID("response_id"),
                row.getUUID("survey_id"),
                row.getString("type"),
                row.getInteger("score"),
                row.getString("comment"),
                row.getString("language"),
                row.getOffsetDateTime("answered_at").toInstant(),
                Sentiment.valueOf(row.getString("sentiment")),
                confidence == null ? null : confidence.doubleValue(),
                row.getBoolean("mixed"),
                correction(row),
                themes(row));
    }

    private static @Nullable SentimentCorrection correction(Row row) {
        String corrected = row.getString("corrected");
        OffsetDateTime at = row.getOffsetDateTime("corrected_at");
        return corrected == null || at == null
                ? null
                : new SentimentCorrection(Sentiment.valueOf(corrected), row.getString("person_name"), at.toInstant());
    }

    private static List<CommentTheme> themes(Row row) {
        String[] themes = row.getArrayOfStrings("themes");
        if (themes == null) {
            return List.of();
        }
        String[] keywords = row.getArrayOfStrings("keywords");
        String[] feelings = row.getArrayOfStrings("feelings");
        List<CommentTheme> found = new ArrayList<>();
        for (int place = 0; place < themes.length; place++) {
            found.add(new CommentTheme(themes[place], keywords[place], Sentiment.valueOf(feelings[place])));
        }
        return found;
    }
}
