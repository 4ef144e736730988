package io.tideline.local.imports;

/** So many rows are bad that the file is probably not what it is taken for. */
final class TooManyBadRows extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyBadRows(String message) {
        super(message);
    }
}
