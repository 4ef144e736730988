package io.tideline.gateway.http;

/** Where the answers of one live query go: an event stream or a message on a socket. */
interface Sink {
    void next(Answer answer);

    /** No more answers come. */
    void end();

    /** The token is no longer valid: ends what came of it. */
    void expire(Answer reason);

    /** Breaks off because the client does not keep up. */
    void cut();

    /** Whether the client has not yet taken what was written. */
    boolean isFull();

    /** Runs this once, when there is room again. */
    void onRoom(Runnable action);
}
