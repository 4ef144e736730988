package io.tideline.local.platform;

/** A reason to stop that its message tells the person at the keyboard in full; no stack trace is shown. */
public final class LocalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LocalException(String message) {
        super(message);
    }

    public LocalException(String message, Throwable cause) {
        super(message, cause);
    }
}
