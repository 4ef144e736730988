package io.tideline.platform.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/** Follows each configured source for as long as the service runs: read, apply, go on behind what was applied. */
@ApplicationScoped
class FeedFollower {
    private static final Logger LOG = Logger.getLogger(FeedFollower.class);
    private static final Duration ANSWER_MARGIN = Duration.ofSeconds(10);

    private final FeedConfig config;
    private final FeedStore store;
    private final FeedApplier applier;
    private final OidcClient tokens;
    private final ObjectMapper json;
    private final WebClient http;
    private final Map<String, String> positions = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final List<Cancellable> running = new CopyOnWriteArrayList<>();

    FeedFollower(
            FeedConfig config,
            FeedStore store,
            FeedApplier applier,
            OidcClient tokens,
            ObjectMapper json,
            Vertx vertx) {
        this.json = json;
        this.config = config;
        this.store = store;
        this.applier = applier;
        this.tokens = tokens;
        this.http = WebClient.create(vertx);
    }

    void start(@Observes StartupEvent started) {
        config.sources()
                .forEach((source, address) -> running.add(Uni.createFrom()
                        .deferred(() -> step(source, address))
                        .onFailure()
                        .recoverWithUni(failure -> rest(source, failure))
                        .repeat()
                        .indefinitely()
                        .subscribe()
                        .with(done -> {}, failure -> LOG.errorf(failure, "feedStopped source=%s", source))));
    }

    void stop(@Observes ShutdownEvent stopping) {
        running.forEach(Cancellable::cancel);
    }

    private Uni<Boolean> step(String source, URI address) {
        return position(source)
                .flatMap(after -> tokens.getTokens().flatMap(token -> read(address, after, token.getAccessToken())))
                .flatMap(page -> applier.apply(source, page.events()).invoke(() -> {
                    positions.put(source, page.next());
                    failures.remove(source);
                }))
                .replaceWith(true);
    }

    private Uni<String> position(String source) {
        String known = positions.get(source);
        return known != null
                ? Uni.createFrom().item(known)
                : store.cursors().map(cursors -> cursors.getOrDefault(source, FeedStore.START));
    }

    private Uni<FeedDoor.FeedPage> read(URI address, String after, String token) {
        return http.getAbs(address + "/feed")
                .addQueryParam("after", after)
                .addQueryParam("limit", String.valueOf(config.batch()))
                .addQueryParam("wait", String.valueOf(config.longPoll().toSeconds()))
                .bearerTokenAuthentication(token)
                .timeout(config.longPoll().plus(ANSWER_MARGIN).toMillis())
                .send()
                .map(this::page);
    }

    private FeedDoor.FeedPage page(HttpResponse<Buffer> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The feed answered " + answer.statusCode() + ".");
        }
        try {
            return json.readValue(answer.body().getBytes(), FeedDoor.FeedPage.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** After a failure the stored cursor is asked again, since the transaction that moved it may or may not have been the one that failed. */
    private Uni<Boolean> rest(String source, Throwable failure) {
        int count = failures.merge(source, 1, Integer::sum);
        long millis = Math.min(config.maxPause().toMillis(), config.pause().toMillis() << Math.min(count - 1, 10));
        positions.remove(source);
        if (count == 1 || count % 20 == 0) {
            LOG.warnf("feedWaits source=%s failures=%d cause=%s", source, count, failure.getMessage());
        }
        return Uni.createFrom().item(false).onItem().delayIt().by(Duration.ofMillis(millis));
    }
}
