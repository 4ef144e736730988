package io.tideline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.Json;
import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.process.Processes;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Waits until every service has applied what the others told it. */
public final class Feeds {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    private final Platform platform;

    public Feeds(Platform platform) {
        this.platform = platform;
    }

    /** Returns once no follower was behind in two looks in a row: what one service applies may give another something to tell. */
    public void awaitRest() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int calmLooks = 0;
        while (calmLooks < 2) {
            Optional<String> behind = behind();
            calmLooks = behind.isEmpty() ? calmLooks + 1 : 0;
            if (System.nanoTime() > deadline) {
                throw new LocalException("the feeds do not come to rest: " + behind.orElse("they keep moving"));
            }
            Processes.pause(BETWEEN_LOOKS.toMillis());
        }
    }

    private Optional<String> behind() {
        Map<Part, JsonNode> states = new EnumMap<>(Part.class);
        Part.services().forEach(service -> states.put(service, state(service)));
        for (Map.Entry<Part, JsonNode> follower : states.entrySet()) {
            for (Map.Entry<String, JsonNode> followed :
                    follower.getValue().path("followed").properties()) {
                Part source = Part.named(followed.getKey()).orElseThrow();
                String head = states.getOrDefault(source, Json.MAPPER.nullNode())
                        .path("head")
                        .asText();
                if (!head.equals(followed.getValue().asText())) {
                    return Optional.of(follower.getKey().key() + " is behind " + source.key());
                }
            }
        }
        return Optional.empty();
    }

    private JsonNode state(Part service) {
        HttpRequest request = HttpRequest.newBuilder(platform.url(service, "/feed/state"))
                .header("Authorization", "Bearer " + platform.token("service"))
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpResponse<String> answer = platform.send(request);
        if (answer.statusCode() != 200) {
            throw new LocalException(service.key() + " does not tell the state of its feed: " + answer.statusCode());
        }
        return Json.parse(answer.body());
    }
}
