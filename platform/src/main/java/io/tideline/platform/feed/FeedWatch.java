package io.tideline.platform.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

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
