package io.tideline.platform.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows this service's own facts, for work that must not hold up the transaction that stores them. What was done is noted as for any other source:
 * a restart goes on where it stopped, each fact takes effect once whichever replica sees it, and a fact that keeps failing becomes a dead letter.
 */
@ApplicationScoped
public class OwnFeed {
    /** The name under which the service is a source of its own. */
    static final String SOURCE = "own";

    private static final Logger LOG = Logger.getLogger(OwnFeed.class);

    private final FeedConfig config;
    private final FeedStore store;
    private final FeedApplier applier;
    private volatile @Nullable Cancellable running;

    OwnFeed(FeedConfig config, FeedStore store, FeedApplier applier) {
        this.config = config;
        this.store = store;
        this.applier = applier;
    }

    void start(@Observes StartupEvent started) {
        if (config.own()) {
            running = Uni.createFrom()
                    .deferred(this::step)
                    .flatMap(applied -> applied == 0
                            ? rest(config.ownPause())
                            : Uni.createFrom().voidItem())
                    .onFailure()
                    .recoverWithUni(this::restAfter)
                    .repeat()
                    .indefinitely()
                    .subscribe()
                    .with(done -> {}, failure -> LOG.error("ownFeedStopped", failure));
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        Cancellable known = running;
        if (known != null) {
            known.cancel();
        }
    }

    /** Does what is to be done for all facts that are committed by now. */
    public Uni<Void> catchUp() {
        return Multi.createBy()
                .repeating()
                .uni(this::step)
                .until(applied -> applied == 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Applies the next facts; gives how many there were. */
    private Uni<Integer> step() {
        return store.cursors()
                .flatMap(cursors -> store.after(cursors.getOrDefault(SOURCE, FeedStore.START), config.batch()))
                .flatMap(events -> applier.apply(SOURCE, events).replaceWith(events.size()));
    }

    private Uni<Void> restAfter(Throwable failure) {
        LOG.warnf("ownFeedWaits cause=%s", failure.getMessage());
        return rest(config.maxPause());
    }

    private static Uni<Void> rest(Duration pause) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(pause);
    }
}
