package io.tideline.local.imports;

import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How the doors of a platform are reached.
 *
 * @param addresses base address of each service
 * @param token a token that is good now, with the scope ingest:write
 */
record Doors(HttpClient http, Map<Part, URI> addresses, Supplier<String> token) {
    private static final String FIRST_ORGANISATION = "acme";

    Doors {
        addresses = Map.copyOf(addresses);
    }

    static Doors of(Platform platform, String tenant) {
        Map<Part, URI> addresses = new EnumMap<>(Part.class);
        Part.services().forEach(part -> addresses.put(part, platform.url(part, "")));
        String machine = tenant.equals(FIRST_ORGANISATION) ? "integration" : "integration@" + tenant;
        return new Doors(platform.http(), addresses, () -> platform.token(machine));
    }

    URI url(Part part, String path) {
        URI base = addresses.get(part);
        if (base == null) {
            throw new IllegalArgumentException("no address of " + part.key());
        }
        return URI.create(base + path);
    }
}
