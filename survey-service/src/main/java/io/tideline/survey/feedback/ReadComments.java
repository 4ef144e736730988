package io.tideline.survey.feedback;

import io.smallrye.mutiny.Uni;
import io.tideline.survey.sentiment.Opinion;
import io.tideline.survey.sentiment.Opinions;
import io.tideline.survey.sentiment.SentimentModel;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads comments and texts to questions and keeps what they say; those that were read before are passed over. */
@ApplicationScoped
class ReadComments {
    private final FeedbackStore store;
    private final Vertx vertx;
    private final Opinions opinions = new Opinions(SentimentModel.shipped());
    private final String weights = SentimentModel.shipped().version();

    ReadComments(FeedbackStore store, Vertx vertx) {
        this.store = store;
        this.vertx = vertx;
    }

    /** Of answers by their local ids, among which may be some with which nothing was written. */
    Uni<Void> run(SqlConnection transaction, String tenant, List<UUID> responses) {
        return store.unread(transaction, tenant, responses)
                .flatMap(unread -> unread.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : store.themes(transaction, tenant, surveys(unread))
                                .flatMap(themes -> away(unread, themes))
                                .flatMap(read -> store.keep(transaction, tenant, read, weights)));
    }

    /** Looks comments that were read before through for themes, and keeps those alone. */
    Uni<Void> themesAgain(SqlConnection transaction, String tenant, List<UnreadComment> comments) {
        return store.themes(transaction, tenant, surveys(comments))
                .flatMap(themes -> away(comments, themes))
                .flatMap(read -> store.keepHits(transaction, tenant, read));
    }

    /** Away from the event loop, which some hundred texts would hold up for milliseconds. */
    private Uni<List<ReadComment>> away(List<UnreadComment> unread, Map<UUID, List<Theme>> themes) {
        return vertx.executeBlocking(() -> unread.stream()
                .map(comment -> read(comment, themes.getOrDefault(comment.survey(), List.of())))
                .toList());
    }

    private ReadComment read(UnreadComment comment, List<Theme> ofSurvey) {
        return opinions.of(comment.text(), comment.language())
                .map(opinion -> new ReadComment(
                        comment.verbatim(), opinion, ThemeRules.hits(opinion, themes(opinion, ofSurvey))))
                .orElseGet(() -> new ReadComment(comment.verbatim(), null, List.of()));
    }

    private static List<Theme> themes(Opinion opinion, List<Theme> ofSurvey) {
        String language = opinion.language().tag();
        List<Theme> own = ofSurvey.stream()
                .filter(theme -> theme.language().equals(language))
                .toList();
        return own.isEmpty() ? ThemeRules.usual(language) : own;
    }

    private static List<UUID> surveys(List<UnreadComment> unread) {
        return unread.stream().map(UnreadComment::survey).distinct().toList();
    }
}
