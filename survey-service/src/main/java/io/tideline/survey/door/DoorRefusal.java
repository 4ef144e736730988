package io.tideline.survey.door;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Why a public request is not taken, ready to be answered. */
public sealed class DoorRefusal extends RuntimeException permits ProofNeeded {
    private static final long serialVersionUID = 1L;

    private static final String RATE_LIMITED = "RATE_LIMITED";
    private static final String UNAVAILABLE = "UNAVAILABLE";
    private static final Buffer TOO_MANY = tooMany(1).body().toBuffer();
    private static final Buffer NOT_NOW = unavailable(1).body().toBuffer();

    private final int status;
    private final String code;
    private final @Nullable String pointer;
    private final int retryAfterSeconds;

    DoorRefusal(int status, String code, String message, @Nullable String pointer, int retryAfterSeconds) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.pointer = pointer;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static DoorRefusal of(int status, String code, String message) {
        return new DoorRefusal(status, code, message, null, 0);
    }

    /** @param pointer JSON pointer (RFC 6901) to the value at fault */
    public static DoorRefusal invalid(String code, String pointer, String message) {
        return new DoorRefusal(400, code, message, pointer, 0);
    }

    /** Unknown, closed and misspelt keys get the same answer, byte for byte. */
    public static DoorRefusal noSurvey() {
        return of(404, "NOT_FOUND", "No open survey has this key.");
    }

    public static DoorRefusal originRefused() {
        return of(403, "ORIGIN_REFUSED", "This survey is not for pages of this origin.");
    }

    static DoorRefusal tooMany(int retryAfterSeconds) {
        return new DoorRefusal(429, RATE_LIMITED, "Too many requests; come back later.", null, retryAfterSeconds);
    }

    static DoorRefusal unavailable(int retryAfterSeconds) {
        return new DoorRefusal(
                503, UNAVAILABLE, "This cannot be taken just now; send the same again later.", null, retryAfterSeconds);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Pages of a refused origin may not even read why. */
    boolean isReadableByPages() {
        return status != 403;
    }

    /** What a flood is told is the same for everybody and put into words once. */
    Buffer encoded() {
        return switch (code) {
            case RATE_LIMITED -> TOO_MANY;
            case UNAVAILABLE -> NOT_NOW;
            default -> body().toBuffer();
        };
    }

    JsonObject body() {
        JsonObject body = new JsonObject().put("code", code).put("message", getMessage());
        return pointer == null ? body : body.put("pointer", pointer);
    }
}
