package io.tideline.local.process;

import io.tideline.local.platform.Part;

/** A part that can be prepared, started and asked whether it serves. */
public interface Server {
    Part part();

    /** Fingerprint of what {@link #launch} would start now. */
    String print();

    /** How to start it; makes what is missing first. */
    Launch launch();

    /** Whether it answers as it should, tried once. */
    boolean isReady();

    /** What is left to do once it answers and before others build on it. */
    default void afterStart() {}

    /** What is left to do once it ended gracefully. */
    default void afterEnd() {}
}
