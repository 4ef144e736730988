package io.tideline.survey.score;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.CellBudget;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.PageRequest;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comments and texts to questions, listed and counted. */
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
                    Map<Place, Map<String, TextTally>> found = new LinkedHashMap<>();
                    for (Row row : rows) {
                        String theme = row.getString("theme");
                        found.computeIfAbsent(
                                        new Place(row.getLong("period").intValue() - 1, row.getString("group_key")),
                                        place -> new HashMap<>())
                                .compute(
                                        theme == null ? WHOLE : theme,
                                        (key, known) -> tally(known == null ? TextTally.NONE : known, row));
                    }
                    Map<Place, CommentCounts> counts = new LinkedHashMap<>();
                    found.forEach((place, byTheme) -> counts.put(place, counts(byTheme)));
                    return counts;
                });
    }

    /** No theme has this name: names are not blank. */
    private static final String WHOLE = "";

    private static TextTally tally(TextTally known, Row row) {
        return known.with(Sentiment.valueOf(row.getString("sentiment")), row.getLong("texts"), row.getLong("answers"));
    }

    private static CommentCounts counts(Map<String, TextTally> byTheme) {
        Map<String, TextTally> themes = new HashMap<>(byTheme);
        TextTally whole = themes.remove(WHOLE);
        return new CommentCounts(whole == null ? TextTally.NONE : whole, themes, false);
    }

    Uni<List<SurveyComment>> page(Lens lens, CommentFilter filter, PageRequest request) {
        return page(lens, filter, request.cursor(), request.size() + 1, Only.ANY);
    }

    /** The one text that is wanted; null for any. */
    private record Only(@Nullable UUID response, @Nullable String question) {
        static final Only ANY = new Only(null, null);
    }

    /**
     * A text that the caller sees.
     *
     * @param question that it answers; empty for the comment
     */
    public Uni<Optional<SurveyComment>> find(Caller caller, UUID response, String question) {
        Lens lens = new Lens(
                caller.tenant(), ALWAYS, Segment.of(caller, null, null), AnswerMode.ALL_RESPONSES, 0, new CellBudget());
        return page(lens, CommentFilter.ANY, null, 1, new Only(response, question))
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<SurveyComment>> page(
            Lens lens, CommentFilter filter, @Nullable String after, int most, Only only) {
        CommentPosition behind = CommentPosition.of(after);
        Tuple arguments = lens.arguments(List.of(lens.period()), null)
                .addArrayOfString(
                        filter.sentiments() == null
                                ? null
                                : filter.sentiments().stream().map(Enum::name).toArray(String[]::new))
                .addString(filter.theme())
                .addOffsetDateTime(behind.at())
                .addUUID(behind.response())
                .addString(behind.question())
                .addInteger(most)
                .addUUID(only.response())
                .addString(only.question());
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
                question(row),
                row.getString("type"),
                row.getInteger("score"),
                row.getString("text"),
                row.getString("language"),
                row.getOffsetDateTime("answered_at").toInstant(),
                Sentiment.valueOf(row.getString("sentiment")),
                confidence == null ? null : confidence.doubleValue(),
                row.getBoolean("mixed"),
                correction(row),
                themes(row));
    }

    private static @Nullable CommentQuestion question(Row row) {
        String key = row.getString("question");
        String wording = row.getString("wording");
        return key.isEmpty() ? null : new CommentQuestion(key, wording == null ? key : wording);
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
