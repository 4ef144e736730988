package io.tideline.local.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.Json;
import io.tideline.local.platform.LocalException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request to a door until it is answered. Sending a batch again is safe, since a door stores a row once: a busy door (429, 503)
 * is asked again when it says so, a failed one a few times.
 */
final class Delivery {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration LONGEST_BUSY = Duration.ofMinutes(3);
    private static final int MOST_FAILURES = 5;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final int SHOWN = 500;

    private final Doors doors;
    private final URI url;
    private final byte[] body;
    private final long giveUpNanos = System.nanoTime() + LONGEST_BUSY.toNanos();
    private int failures;

    Delivery(Doors doors, URI url, byte[] body) {
        this.doors = doors;
        this.url = url;
        this.body = body;
    }

    /** The door's answer to the batch. */
    JsonNode run() throws InterruptedException {
        while (true) {
            HttpResponse<String> answer = ask();
            int status = answer == null ? 0 : answer.statusCode();
            if (answer != null && status == 200) {
                return Json.parse(answer.body());
            }
            if (answer != null && (status == 429 || status == 503)) {
                waitWhileBusy(answer);
            } else if (answer != null && status < 500) {
                throw refused(answer);
            } else {
                waitAfterFailure(answer);
            }
        }
    }

    /** Null where no answer came. */
    private @Nullable HttpResponse<String> ask() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + doors.token().get())
                .header("Content-Type", "application/x-ndjson")
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return doors.http().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            if (failures >= MOST_FAILURES) {
                throw new LocalException(url + " does not answer (" + e + "): see ./tideline status", e);
            }
            return null;
        }
    }

    private void waitWhileBusy(HttpResponse<String> answer) throws InterruptedException {
        if (System.nanoTime() > giveUpNanos) {
            throw refused(answer);
        }
        long seconds = answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Long::parseLong)
                .orElse(1L);
        Thread.sleep(seconds * 1000);
    }

    private void waitAfterFailure(@Nullable HttpResponse<String> answer) throws InterruptedException {
        if (answer != null && failures >= MOST_FAILURES) {
            throw refused(answer);
        }
        Thread.sleep(FIRST_PAUSE_MILLIS << failures);
        failures++;
    }

    private LocalException refused(HttpResponse<String> answer) {
        String text = answer.body();
        String why = answer.statusCode() == 401 || answer.statusCode() == 403
                ? " (the machine of this organisation needs the scope ingest:write)"
                : "";
        return new LocalException(url + " answered " + answer.statusCode() + why + ": "
                + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text));
    }
}
