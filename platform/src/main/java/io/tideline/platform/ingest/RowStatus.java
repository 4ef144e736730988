package io.tideline.platform.ingest;

/** What became of a row: stored, known already, known and changed, or refused. */
public enum RowStatus {
    ACCEPTED,
    DUPLICATE,
    UPDATED,
    REJECTED
}
