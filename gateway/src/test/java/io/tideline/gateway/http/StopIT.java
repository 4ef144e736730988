package io.tideline.gateway.http;

import static io.tideline.gateway.http.ShopStreams.awaitLeft;
import static io.tideline.gateway.http.ShopStreams.events;
import static io.tideline.gateway.http.ShopStreams.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.restassured.RestAssured;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What subscribers meet when the gateway stops; it is stopped but once, so this is one test with a gateway of its own. */
@QuarkusTest
@WithTestResource(StopIT.OwnShop.class)
class StopIT {
    @Inject
    Event<ShutdownDelayInitiatedEvent> stopping;

    @Inject
    Upgrades upgrades;

    /** Another shop, so that the gateway before it is another one too. */
    public static class OwnShop extends ShopResource {}

    /** Knows when Quarkus takes the request of a socket for done. */
    @Singleton
    public static class Upgrades {
        final CompletableFuture<Boolean> done = new CompletableFuture<>();

        void register(@Observes Router router) {
            router.get("/graphql").order(-1).handler(context -> {
                QuarkusRequestWrapper.get(context.request()).addRequestDoneHandler(any -> done.complete(true));
                context.next();
            });
        }
    }

    @Test
    void sendsSubscribersElsewhereAndLeavesNothingToWaitFor() {
        String token = token("acme", "executive");
        String query = "subscription { ticks(count: -5, name: \"stopped\") { id } }";
        Iterator<String> lines = events(token, query).iterator();
        while (!lines.next().startsWith("data: ")) {
            assertThat(lines.hasNext()).isTrue();
        }
        SocketClient client = SocketClient.ready(RestAssured.port, token);
        assertThat(upgrades.done).isNotDone();

        stopping.fire(new ShutdownDelayInitiatedEvent());

        assertThat(client.closeCode()).isEqualTo(1001);
        assertThat(upgrades.done.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
        awaitLeft("stopped");
        assertThatThrownBy(() -> lines.forEachRemaining(line -> {})).isInstanceOf(UncheckedIOException.class);
        assertThat(new SocketClient(RestAssured.port).closeCode()).isEqualTo(1001);
    }
}
