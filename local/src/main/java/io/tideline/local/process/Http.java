package io.tideline.local.process;

import io.tideline.local.platform.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks an address whether it answers. */
public final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Http() {}

    /** True for the status 200. */
    public static boolean answers(Platform platform, String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        try {
            return platform.http()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
