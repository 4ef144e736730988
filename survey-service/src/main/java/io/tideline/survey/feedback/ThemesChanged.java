package io.tideline.survey.feedback;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A survey got other themes: its latest comments and texts of that language are looked through anew. */
@ApplicationScoped
class ThemesChanged implements FeedHandler {
    static final String EVENT = "survey.themes";

    /** Older ones keep the themes they were found to touch. */
    private static final int MOST_COMMENTS = 10_000;

    private final ThemeStore store;
    private final ReadComments read;

    ThemesChanged(ThemeStore store, ReadComments read) {
        this.store = store;
        this.read = read;
    }

    @Override
    public String type() {
        return EVENT;
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(
                        event -> again(transaction, tenant, event).replaceWith(1))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> again(SqlConnection transaction, String tenant, FeedEvent event) {
        return store.comments(transaction, tenant, event.uuid("survey"), event.text("language"), MOST_COMMENTS)
                .flatMap(comments -> comments.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : store.dropHits(
                                        transaction,
                                        tenant,
                                        comments.stream()
                                                .map(UnreadComment::verbatim)
                                                .toList())
                                .flatMap(dropped -> read.themesAgain(transaction, tenant, comments)));
    }
}
