package io.tideline.platform.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that every service computes alike, so that a fact may arrive before the thing it speaks of. */
public final class Ids {
    private static final UUID NAMESPACE = UUID.fromString("6f1c1d3e-7f0a-5f4e-9a55-2d1f0c9be6a1");

    private Ids() {}

    /** UUIDv5 (RFC 9562) of tenant, kind and the organisation's own id, each part length-prefixed so that no two triples meet. */
    public static UUID uuid(String tenant, String kind, String externalId) {
        return version5(tenant.length() + ":" + tenant + kind.length() + ":" + kind + externalId);
    }

    /** UUIDv5 of a row's canonical text: the same row sent again is the same event. */
    public static UUID ofContent(String tenant, String kind, String canonical) {
        return uuid(tenant, kind + "#content", canonical);
    }

    private static UUID version5(String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = (hash.getLong() & ~0xF000L) | 0x5000L;
            long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
