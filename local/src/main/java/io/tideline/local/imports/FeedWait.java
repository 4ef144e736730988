package io.tideline.local.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.Json;
import io.tideline.local.platform.Part;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Waits until the services have applied each other's facts, so that a question asked next sees what was imported. Applying one fact
 * may tell another, so all must have caught up twice with nothing new in between.
 */
final class FeedWait {
    /** Who follows whom: follower to sources. */
    private static final Map<Part, List<Part>> FOLLOWED = Map.of(
            Part.CUSTOMER, List.of(Part.FUNNEL, Part.ROI, Part.SURVEY),
            Part.FUNNEL, List.of(Part.CUSTOMER, Part.ROI),
            Part.ROI, List.of(Part.CUSTOMER),
            Part.SURVEY, List.of(Part.CUSTOMER));

    private static final String BEGINNING = "0-0";
    private static final Duration REQUEST = Duration.ofSeconds(10);

    private final Doors doors;
    private final Duration patience;
    private final Duration pause;

    FeedWait(Doors doors, Duration patience, Duration pause) {
        this.doors = doors;
        this.patience = patience;
        this.pause = pause;
    }

    static FeedWait usual(Doors doors) {
        return new FeedWait(doors, Duration.ofSeconds(60), Duration.ofMillis(200));
    }

    /** Who was still behind whom when patience ended; empty when all facts are applied. */
    Optional<String> run() throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        Map<Part, String> quietHeads = Map.of();
        while (true) {
            Map<Part, JsonNode> states = states();
            Optional<String> behind = behind(states);
            Map<Part, String> heads = heads(states);
            if (behind.isEmpty() && heads.equals(quietHeads)) {
                return Optional.empty();
            }
            if (System.nanoTime() > until) {
                return Optional.of(behind.orElse("new facts keep coming"));
            }
            quietHeads = behind.isEmpty() ? heads : Map.of();
            Thread.sleep(pause.toMillis());
        }
    }

    private Map<Part, JsonNode> states() throws InterruptedException {
        Map<Part, JsonNode> states = new EnumMap<>(Part.class);
        for (Part part : Part.services()) {
            HttpRequest request = HttpRequest.newBuilder(doors.url(part, "/feed/state"))
                    .header("Authorization", "Bearer " + doors.token().get())
                    .timeout(REQUEST)
                    .build();
            try {
                HttpResponse<String> answer = doors.http().send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    states.put(part, Json.parse(answer.body()));
                }
            } catch (IOException e) {
                states.remove(part);
            }
        }
        return states;
    }

    private static Optional<String> behind(Map<Part, JsonNode> states) {
        for (Part follower : Part.services()) {
            JsonNode state = states.get(follower);
            if (state == null) {
                return Optional.of(follower.key() + " does not answer");
            }
            for (Part source : FOLLOWED.getOrDefault(follower, List.of())) {
                JsonNode sourceState = states.get(source);
                String head = sourceState == null
                        ? BEGINNING
                        : sourceState.path("head").asText(BEGINNING);
                String applied = state.path("followed").path(source.key()).asText(BEGINNING);
                if (isBefore(applied, head)) {
                    return Optional.of(follower.key() + " is behind " + source.key());
                }
            }
        }
        return Optional.empty();
    }

    private static Map<Part, String> heads(Map<Part, JsonNode> states) {
        Map<Part, String> heads = new EnumMap<>(Part.class);
        states.forEach((part, state) -> heads.put(part, state.path("head").asText(BEGINNING)));
        return heads;
    }

    /** Cursors are {@code transaction-sequence}, ordered by the first number and then by the second. */
    private static boolean isBefore(String cursor, String other) {
        String[] one = cursor.split("-", 2);
        String[] two = other.split("-", 2);
        int order = new BigInteger(one[0]).compareTo(new BigInteger(two[0]));
        return order != 0 ? order < 0 : new BigInteger(one[1]).compareTo(new BigInteger(two[1])) < 0;
    }
}
