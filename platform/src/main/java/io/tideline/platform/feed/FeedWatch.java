package io.tideline.platform.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * This service's own facts as they are committed, by whichever replica, from now on. All who watch share one look at
 * the outbox; while nobody watches nothing is looked at. Writers pay nothing for it, as they would for a notification,
 * whose queue commits one after the other.
 */
@ApplicationScoped
public class FeedWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int MOST_EVENTS = 500;
    private static final int WAITING = 256;

    private final FeedStore store;
    private final Multi<FeedEvent> news;

    FeedWatch(FeedStore store) {
        this.store = store;
        this.news = Multi.createFrom()
                .deferred(() -> patient(store.head()).toMulti().onItem().transformToMultiAndConcatenate(this::from))
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    /** Facts of all tenants: who passes them on looks at whose they are. */
    public Multi<FeedEvent> news() {
        return news;
    }

    /**
     * What becomes of this service's facts of one type and one organisation, each read as a subscriber may see it, or passed over where that is nothing.
     * A subscriber who does not keep up is cut off.
     */
    public <T> Multi<T> told(String tenant, String type, Function<FeedEvent, Uni<Optional<T>>> read) {
        Executor own = own();
        return news.filter(event -> event.type().equals(type) && event.tenant().equals(tenant))
                .onOverflow()
                .buffer(WAITING)
                .emitOn(own)
                .onItem()
                .transformToUniAndConcatenate(read::apply)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .emitOn(own);
    }

    /**
     * The Vert.x context of whoever subscribes. The news are shared and come on the context of whoever began to watch; the fields below an event ask
     * for the current caller, who is found by the context.
     */
    private static Executor own() {
        Context context = Objects.requireNonNull(Vertx.currentContext());
        return action -> context.runOnContext(any -> action.run());
    }

    /** A database that is away for a moment ends nobody's watch. */
    private static <T> Uni<T> patient(Uni<T> look) {
        return look.onFailure()
                .retry()
                .withBackOff(BETWEEN_LOOKS, LONGEST_PAUSE)
                .indefinitely();
    }

    private Multi<FeedEvent> from(String head) {
        Place at = new Place(head);
        return Multi.createBy()
                .repeating()
                .uni(() -> store.after(at.cursor, MOST_EVENTS))
                .withDelay(BETWEEN_LOOKS)
                .indefinitely()
                .invoke(at::move)
                .onFailure()
                .retry()
                .withBackOff(BETWEEN_LOOKS, LONGEST_PAUSE)
                .indefinitely()
                .onItem()
                .disjoint();
    }

    /** How far was looked. */
    private static final class Place {
        private volatile String cursor;

        Place(String cursor) {
            this.cursor = cursor;
        }

        void move(List<FeedEvent> events) {
            if (!events.isEmpty()) {
                cursor = events.get(events.size() - 1).cursor();
            }
        }
    }
}
