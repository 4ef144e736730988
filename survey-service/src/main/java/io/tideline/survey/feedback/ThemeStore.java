package io.tideline.survey.feedback;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The statements of themes. */
@ApplicationScoped
class ThemeStore {
    private static final String DROP = Sql.load(ThemeStore.class, "drop_themes.sql");
    private static final String ADD = Sql.load(ThemeStore.class, "add_themes.sql");
    private static final String COMMENTS = Sql.load(ThemeStore.class, "comments_of_language.sql");
    private static final String DROP_HITS = Sql.load(ThemeStore.class, "drop_hits.sql");

    /** Puts a survey's themes of one language in the place of those it had. */
    Uni<Void> replace(SqlConnection transaction, Caller caller, UUID survey, String language, List<Theme> themes) {
        return transaction
                .preparedQuery(DROP)
                .execute(Tuple.of(caller.tenant(), survey, language))
                .flatMap(dropped -> Multi.createFrom()
                        .iterable(themes)
                        .onItem()
                        .transformToUniAndConcatenate(theme -> add(transaction, caller, survey, theme))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private static Uni<Integer> add(SqlConnection transaction, Caller caller, UUID survey, Theme theme) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addString(caller.tenant())
                        .addUUID(survey)
                        .addString(theme.language())
                        .addString(theme.theme())
                        .addArrayOfString(theme.keywords().toArray(String[]::new))
                        .addString(caller.subject()))
                .map(added -> added.rowCount());
    }

    /** The latest comments and texts of a survey and language that were read. */
    Uni<List<UnreadComment>> comments(
            SqlConnection transaction, String tenant, UUID survey, String language, int most) {
        return transaction
                .preparedQuery(COMMENTS)
                .execute(Tuple.of(tenant, survey, language, most))
                .map(rows -> {
                    List<UnreadComment> comments = new ArrayList<>();
                    rows.forEach(row -> comments.add(FeedbackStore.comment(row)));
                    return comments;
                });
    }

    Uni<Void> dropHits(SqlConnection transaction, String tenant, List<Verbatim> verbatims) {
        return transaction
                .preparedQuery(DROP_HITS)
                .execute(Tuple.tuple()
                        .addString(tenant)
                        .addArrayOfUUID(Verbatim.responses(verbatims))
                        .addArrayOfString(Verbatim.questions(verbatims)))
                .replaceWithVoid();
    }
}
