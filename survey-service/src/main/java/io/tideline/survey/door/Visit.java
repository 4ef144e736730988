package io.tideline.survey.door;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A request at the public door.
 *
 * @param key the survey's public key, where it stands in the path
 * @param origin origin of the page that sends it, in small letters; null where no page does, or one of our own
 * @param idempotencyKey the header of that name
 * @param language the language that the address asks for
 */
public record Visit(
        Buffer body,
        @Nullable String key,
        @Nullable String origin,
        @Nullable String idempotencyKey,
        @Nullable String language) {}
