package io.tideline.funnel.customer;

import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.ReadOnce;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Customers or agents of one list: what one of them is asked for is read for all of them at once.
 *
 * @param members local ids, each once
 */
public record Peers(List<UUID> members, ReadOnce reads) {
    public Peers {
        members = List.copyOf(members);
    }

    static Peers of(Collection<UUID> members) {
        return new Peers(members.stream().distinct().toList(), new ReadOnce());
    }

    /** @throws io.tideline.platform.error.AppException when an id is none of the type */
    static Peers of(String type, Collection<String> ids) {
        return of(ids.stream().map(id -> GlobalId.uuid(type, id)).toList());
    }
}
