package io.tideline.gateway.monolith;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** One question to one world: what is stored, how many mutations were made, and what no subgraph should be asked. */
record Session(WorldData data, AtomicInteger mutations, Collection<String> violations) {

    Session(WorldData data) {
        this(data, new AtomicInteger(), new ConcurrentLinkedQueue<>());
    }

    /** What a real subgraph would refuse; the answer of this one is void. */
    IllegalStateException refuse(String why) {
        violations.add(why);
        return new IllegalStateException(why);
    }
}
