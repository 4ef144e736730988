package io.tideline.customer.node;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the things of one type by their ids; every feature whose things have global ids has one. */
public interface NodeSource {
    /** Name of the type in the schema and in its ids. */
    String type();

    /** The thing, or null where there is none that the caller may see. */
    Uni<? extends @Nullable Node> find(Caller caller, UUID id);
}
