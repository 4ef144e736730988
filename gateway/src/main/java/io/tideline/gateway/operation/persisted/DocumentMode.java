package io.tideline.gateway.operation.persisted;

/** Which documents a caller may name or send, the loosest first. */
public enum DocumentMode {
    /** Documents are sent as text only. */
    OFF,
    /** Any text may be sent, and named by its hash from then on; trusted documents may be named. */
    APQ,
    /** Only trusted documents are answered. */
    TRUSTED_ONLY;

    /** A restriction of one role is not shed by having another. */
    public DocumentMode stricter(DocumentMode other) {
        return compareTo(other) < 0 ? other : this;
    }
}
