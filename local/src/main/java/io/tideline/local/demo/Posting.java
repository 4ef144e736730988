package io.tideline.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.Json;
import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Platform;
import io.tideline.local.process.Processes;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Posts rows of one organisation, batch by batch, and waits when a door asks for it. */
final class Posting {
    private static final int BATCH = 2_500;
    private static final int TRIES = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Platform platform;
    private final Company company;

    Posting(Platform platform, Company company) {
        this.platform = platform;
        this.company = company;
    }

    void post(Door door, List<Map<String, String>> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            postBatch(door, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    private void postBatch(Door door, List<Map<String, String>> rows) {
        HttpRequest request = HttpRequest.newBuilder(platform.url(door.part(), door.path() + "?rows=rejected"))
                .header("Authorization", "Bearer " + platform.token(company.integration()))
                .header("Content-Type", "application/x-ndjson")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(lines(rows)))
                .build();
        for (int tries = 1; ; tries++) {
            HttpResponse<String> answer = platform.send(request);
            if (answer.statusCode() == 200) {
                check(door, rows, Json.parse(answer.body()));
                return;
            }
            if (tries == TRIES || !isBusy(answer)) {
                throw new LocalException(
                        "the door for " + door.kind() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            pause(answer);
        }
    }

    private static void check(Door door, List<Map<String, String>> rows, JsonNode answer) {
        if (answer.path("rejected").asInt() > 0) {
            JsonNode first = answer.path("rows").path(0);
            throw new LocalException("the door for " + door.kind() + " refused "
                    + answer.path("rejected").asInt() + " rows, first " + first + " of "
                    + rows.get(first.path("row").asInt()));
        }
    }

    private static boolean isBusy(HttpResponse<String> answer) {
        return answer.statusCode() == 429 || answer.statusCode() == 503;
    }

    private static void pause(HttpResponse<String> answer) {
        long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
        Processes.pause(Duration.ofSeconds(Math.max(1, Math.min(seconds, 30))).toMillis());
    }

    private static String lines(List<Map<String, String>> rows) {
        StringBuilder text = new StringBuilder();
        try {
            for (Map<String, String> row : rows) {
                text.append(Json.MAPPER.writeValueAsString(row)).append('\n');
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        return text.toString();
    }
}
