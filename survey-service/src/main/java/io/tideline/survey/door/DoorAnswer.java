package io.tideline.survey.door;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/** What the public door answers when it takes a request. Empty bodies are sent without content. */
public record DoorAnswer(int status, JsonObject body, Map<String, String> headers) {
    public DoorAnswer {
        headers = Map.copyOf(headers);
    }
}
