package io.tideline.survey.feedback;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.customer.LabelKind;
import io.tideline.survey.sentiment.Feeling;
import io.tideline.survey.sentiment.Opinion;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements of what comments and texts to questions say. */
@ApplicationScoped
class FeedbackStore {
    private static final String UNREAD = Sql.load(FeedbackStore.class, "unread_comments.sql");
    private static final String KEEP_FEELINGS = Sql.load(FeedbackStore.class, "keep_feelings.sql");
    private static final String KEEP_HITS = Sql.load(FeedbackStore.class, "keep_hits.sql");
    private static final String CORRECT = Sql.load(FeedbackStore.class, "correct_feeling.sql");
    private static final String THEMES = Sql.load(FeedbackStore.class, "themes_of_surveys.sql");

    Uni<List<UnreadComment>> unread(SqlConnection transaction, String tenant, List<UUID> responses) {
        return transaction
                .preparedQuery(UNREAD)
                .execute(Tuple.tuple().addString(tenant).addArrayOfUUID(responses.toArray(UUID[]::new)))
                .map(rows -> {
                    List<UnreadComment> unread = new ArrayList<>();
                    rows.forEach(row -> unread.add(comment(row)));
                    return unread;
                });
    }

    /** Themes that surveys have of their own. */
    Uni<Map<UUID, List<Theme>>> themes(SqlConnection transaction, String tenant, List<UUID> surveys) {
        return transaction
                .preparedQuery(THEMES)
                .execute(Tuple.tuple().addString(tenant).addArrayOfUUID(surveys.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, List<Theme>> themes = new LinkedHashMap<>();
                    rows.forEach(row -> themes.computeIfAbsent(row.getUUID("survey_id"), id -> new ArrayList<>())
                            .add(new Theme(
                                    row.getString("theme"),
                                    row.getString("language"),
                                    List.of(row.getArrayOfStrings("keywords")))));
                    return themes;
                });
    }

    Uni<Void> keep(SqlConnection transaction, String tenant, List<ReadComment> read, String weights) {
        List<Verbatim> verbatims = read.stream().map(ReadComment::verbatim).toList();
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addString(weights)
                .addArrayOfUUID(Verbatim.responses(verbatims))
                .addArrayOfString(Verbatim.questions(verbatims))
                .addArrayOfString(texts(read, opinion -> opinion.language().tag()))
                .addArrayOfString(texts(read, opinion -> opinion.feeling().name()))
                .addArrayOfFloat(read.stream()
                        .map(ReadComment::opinion)
                        .map(opinion -> opinion == null ? null : (float) opinion.confidence())
                        .toArray(Float[]::new))
                .addArrayOfBoolean(read.stream()
                        .map(ReadComment::opinion)
                        .map(opinion -> opinion != null && opinion.mixed())
                        .toArray(Boolean[]::new));
        return transaction
                .preparedQuery(KEEP_FEELINGS)
                .execute(arguments)
                .flatMap(kept -> keepHits(transaction, tenant, read));
    }

    Uni<Void> keepHits(SqlConnection transaction, String tenant, List<ReadComment> read) {
        List<Verbatim> verbatims = new ArrayList<>();
        List<ThemeHit> hits = new ArrayList<>();
        read.forEach(comment -> comment.hits().forEach(hit -> {
            verbatims.add(comment.verbatim());
            hits.add(hit);
        }));
        if (hits.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(Verbatim.responses(verbatims))
                .addArrayOfString(Verbatim.questions(verbatims))
                .addArrayOfString(hits.stream().map(ThemeHit::theme).toArray(String[]::new))
                .addArrayOfString(hits.stream().map(ThemeHit::keyword).toArray(String[]::new))
                .addArrayOfString(hits.stream().map(hit -> hit.feeling().name()).toArray(String[]::new));
        return transaction.preparedQuery(KEEP_HITS).execute(arguments).replaceWithVoid();
    }

    /** Whether there was such a text for the caller. */
    Uni<Boolean> correct(SqlConnection transaction, Caller caller, Verbatim verbatim, Feeling feeling) {
        Visibility seen = caller.visibility();
        Tuple arguments = Tuple.tuple()
                .addString(caller.tenant())
                .addUUID(verbatim.response())
                .addString(feeling.name())
                .addString(caller.subject())
                .addString(caller.name())
                .addUUID(id(caller, LabelKind.TEAM, seen.team()))
                .addUUID(id(caller, LabelKind.AGENT, seen.agent()))
                .addString(verbatim.question());
        return transaction.preparedQuery(CORRECT).execute(arguments).map(rows -> rows.size() > 0);
    }

    static UnreadComment comment(Row row) {
        return new UnreadComment(
                new Verbatim(row.getUUID("response_id"), row.getString("question")),
                row.getUUID("survey_id"),
                row.getString("text"),
                row.getString("language"));
    }

    private static @Nullable String[] texts(List<ReadComment> read, Function<Opinion, String> field) {
        return read.stream()
                .map(ReadComment::opinion)
                .map(opinion -> opinion == null ? null : field.apply(opinion))
                .toArray(String[]::new);
    }

    private static @Nullable UUID id(Caller caller, LabelKind kind, @Nullable String externalId) {
        return externalId == null ? null : kind.id(caller.tenant(), externalId);
    }
}
