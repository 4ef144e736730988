package io.tideline.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tideline.gateway.supergraph.SupergraphReader;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** F30: the supergraph is swapped while clients ask, and now and then the new one is no good. */
@QuarkusTest
@WithTestResource(ShopResource.class)
class SupergraphSwapIT {
    private static final int CLIENTS = 4;
    private static final int SWAPS = 12;
    private static final String EXPECTED = "{\"data\":{\"goods\":[{\"name\":\"Rope\"}]}}";

    @Inject
    MeterRegistry meters;

    @TestHTTPResource(value = "/health", management = true)
    String health;

    private final Path file = ConfigProvider.getConfig().getValue("tideline.supergraph", Path.class);
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @AfterEach
    void restore() throws IOException {
        over.set(true);
        replace(ShopResource.SUPERGRAPH);
        await(() -> hash().equals(ShopResource.hash()));
    }

    private void replace(String sdl) throws IOException {
        Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), sdl);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void await(BooleanSupplier done) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        boolean seen = done.getAsBoolean();
        while (!seen && System.nanoTime() < end) {
            seen = done.getAsBoolean();
        }
        assertThat(seen).isTrue();
    }

    private static String hash() {
        return given().get("/supergraph/hash").asString();
    }

    private double swaps(String outcome) {
        return meters.counter("tideline.gateway.supergraph", "outcome", outcome).count();
    }

    private CompletableFuture<Void> askOnAndOn() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/graphql"))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Bearer " + TokenForTests.of("acme", "executive").sign())
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ goods { name } }\"}"))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenCompose(response -> {
            answered.incrementAndGet();
            if (response.statusCode() != 200 || !response.body().equals(EXPECTED)) {
                wrong.add(response.statusCode() + " " + response.body());
            }
            return over.get() ? CompletableFuture.completedFuture(null) : askOnAndOn();
        });
    }

    @Test
    void failsNoRequestWhileSupergraphsComeAndGo() throws IOException {
        double refused = swaps("refused");
        List<CompletableFuture<Void>> asking = new ArrayList<>();
        for (int one = 0; one < CLIENTS; one++) {
            asking.add(askOnAndOn());
        }

        for (int swap = 1; swap <= SWAPS; swap++) {
            String next = ShopResource.SUPERGRAPH + "\n# " + swap;
            String expected = SupergraphReader.read(next).hash();
            replace(next);
            await(() -> hash().equals(expected));
            if (swap % 3 == 0) {
                double before = swaps("refused");
                replace("type Query { broken: ");
                await(() -> swaps("refused") > before);
                assertThat(hash()).isEqualTo(expected);
                given().get(health).then().statusCode(200).body(containsString("refused"));
            }
        }
        over.set(true);
        asking.forEach(CompletableFuture::join);

        assertThat(wrong).isEmpty();
        assertThat(answered).hasValueGreaterThan(SWAPS);
        assertThat(swaps("refused") - refused).isEqualTo(SWAPS / 3);
    }
}
