package io.tideline.survey.link;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.door.DoorRefusal;
import io.tideline.survey.door.Latest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out what a token proves at the door of a survey. Whatever is wrong with one, the refusal reads the same, byte for byte. */
@ApplicationScoped
public class VerifyToken {
    private static final String LINK_RESPONSE = "link-";
    private static final int UNAUTHORISED = 401;
    private static final int GONE = 410;

    private final LinkStore store;
    private final SigningSecrets secrets;
    /** Keys that tokens named lately, by survey and name. Nobody is believed for them, since a key may be revoked; the salt of a name never changes. */
    private final Map<String, LinkStore.DoorKey> named = Latest.shared();

    VerifyToken(LinkStore store, SigningSecrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    /** Refuses with 401 what is not signed for this survey by a live key of its organisation, with 410 what was but has expired by the database's clock. */
    public Uni<Trusted> run(String publicKey, String token) {
        SignedToken read = notForged(publicKey, token);
        return store.keyAtDoor(publicKey, read.keyId())
                .map(found -> found.orElseThrow(DoorRefusal::noSurvey))
                .map(key -> trusted(publicKey, read, key));
    }

    /** Refuses with 401 what can be told to prove nothing without asking the database: by its form, or by its signature where its key was asked for lately. */
    public void refuseForged(String publicKey, String token) {
        notForged(publicKey, token);
    }

    private SignedToken notForged(String publicKey, String token) {
        SignedToken read = SignedToken.read(token).orElseThrow(() -> refusal(UNAUTHORISED));
        LinkStore.DoorKey key = named.get(nameOf(publicKey, read));
        if (key != null && !isSigned(read, key)) {
            throw refusal(UNAUTHORISED);
        }
        return read;
    }

    private static String nameOf(String publicKey, SignedToken token) {
        return publicKey + '\0' + token.keyId();
    }

    private boolean isSigned(SignedToken token, LinkStore.DoorKey key) {
        String salt = key.salt();
        return salt != null && token.isSignedWith(secrets.secret(key.tenant(), token.keyId(), salt));
    }

    private Trusted trusted(String publicKey, SignedToken token, LinkStore.DoorKey key) {
        if (key.salt() != null) {
            named.put(nameOf(publicKey, token), key);
        }
        if (!isSigned(token, key)) {
            throw refusal(UNAUTHORISED);
        }
        SignedToken.Claims claims = token.claims()
                .filter(claimed -> claimed.survey() == null || claimed.survey().equals(publicKey))
                .orElseThrow(() -> refusal(UNAUTHORISED));
        if (!claims.expiresAt().isAfter(key.askedAt())) {
            throw refusal(GONE);
        }
        return token.kind() == SignedToken.Kind.LINK
                ? new Trusted(key.tenant(), key.survey(), uuid(claims.customer()), null, LINK_RESPONSE + claims.nonce())
                : person(key, claims.customer());
    }

    private static Trusted person(LinkStore.DoorKey key, String externalId) {
        if (externalId.isBlank() || externalId.length() > LinkStore.LONGEST_ID || externalId.indexOf('\0') >= 0) {
            throw refusal(UNAUTHORISED);
        }
        return new Trusted(
                key.tenant(), key.survey(), Ids.uuid(key.tenant(), "customer", externalId), externalId, null);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw refusal(UNAUTHORISED);
        }
    }

    /**
     * Refuses who names the copy of a link without holding one.
     *
     * @param link key of the answer that the sender's link gives; null where there is none
     */
    public static void refuseIdOfLink(String response, @Nullable String link) {
        if (link == null && response.startsWith(LINK_RESPONSE)) {
            throw DoorRefusal.invalid("INVALID", "/response", "Ids that begin with link- belong to signed links.");
        }
    }

    /** Key of the answer that the link with this nonce gives. */
    static String responseOf(String nonce) {
        return LINK_RESPONSE + nonce;
    }

    private static DoorRefusal refusal(int status) {
        return DoorRefusal.of(status, "LINK_REFUSED", "This link opens no survey, or no longer.");
    }
}
