package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.TypeSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent to a subgraph to name one entity: the type, the key and what is required beside it. */
public record Representation(String typeName, List<Member> members) {

    public Representation {
        members = List.copyOf(members);
    }

    /**
     * One field of a representation and the slot its value is in.
     *
     * @param key whether it is part of the key: without it nothing can be asked
     * @param on the runtime types that have it, null for all
     * @param naming whether the objects below say their type
     */
    public record Member(String name, int slot, boolean key, @Nullable TypeSet on, boolean naming, List<Member> below) {

        public Member {
            below = List.copyOf(below);
        }
    }
}
