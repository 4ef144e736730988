package io.tideline.local.imports;

/** The command line does not fit the kind or the file; nothing was written. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
