package io.tideline.platform.graph;

import io.tideline.platform.error.AppException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * The opaque id a client sees: base64url of the type's name and the local id. It names no tenant and grants nothing: whoever asks with it still
 * sees only their own tenant's rows.
 */
public record GlobalId(String type, UUID uuid) {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    public static String of(String type, UUID uuid) {
        return ENCODER.encodeToString((type + ":" + uuid).getBytes(StandardCharsets.US_ASCII));
    }

    public static GlobalId parse(String id) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.US_ASCII);
            int colon = text.indexOf(':');
            GlobalId parsed =
                    new GlobalId(text.substring(0, Math.max(colon, 0)), UUID.fromString(text.substring(colon + 1)));
            if (colon > 0 && of(parsed.type, parsed.uuid).equals(id)) {
                return parsed;
            }
        } catch (IllegalArgumentException malformed) {
            throw AppException.badInput("id", "This is not an id of this platform.");
        }
        throw AppException.badInput("id", "This is not an id of this platform.");
    }

    /** The local id, where the id is of the type asked for. */
    public static UUID uuid(String type, String id) {
        GlobalId parsed = parse(id);
        if (!parsed.type.equals(type)) {
            throw AppException.badInput("id", "This is the id of another type than " + type + ".");
        }
        return parsed.uuid;
    }
}
