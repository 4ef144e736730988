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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Waits until every service has applied what the others told it. */
public final class Feeds {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    /** Cursor before the first fact. */
    private static final String START = "0-0";

    private static final Map<Part, List<Part>> FOLLOWS = Map.of(
            Part.CUSTOMER, List.of(Part.FUNNEL, Part.ROI, Part.SURVEY),
            Part.FUNNEL, List.of(Part.CUSTOMER, Part.ROI),
            Part.ROI, List.of(Part.CUSTOMER),
            Part.SURVEY, List.of(Part.CUSTOMER));

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
        return behind(states);
    }

    /** Who has not applied all that one of its sources wrote; a follower that has applied nothing yet is behind as soon as there is something. */
    static Optional<String> behind(Map<Part, JsonNode> states) {
        for (Part follower : Part.services()) {
            for (Part source : FOLLOWS.getOrDefault(follower, List.of())) {
                String applied = text(states, follower, "/followed/" + source.key());
                if (!text(states, source, "/head").equals(applied)) {
                    return Optional.of(follower.key() + " is behind " + source.key());
                }
            }
        }
        return Optional.empty();
    }

    private static String text(Map<Part, JsonNode> states, Part service, String path) {
        JsonNode state = states.get(service);
        return state == null ? START : state.at(path).asText(START);
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
