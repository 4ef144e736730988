package io.tideline.funnel.result;

import java.util.UUID;
import java.util.stream.Stream;

/** Who got to a stage and no further: each customer once among the dropped and once among the pending, however many attempts they made. */
final class Leavers {
    private final CustomerList dropped;
    private final CustomerList pending;
    private int inBoth;

    Leavers(Room room) {
        this.dropped = new CustomerList(room);
        this.pending = new CustomerList(room);
    }

    /** Adds an attempt; those of one customer come one after the other. */
    void add(UUID customer, boolean isPending) {
        CustomerList own = isPending ? pending : dropped;
        if (!own.endsWith(customer)) {
            own.append(customer);
            inBoth += (isPending ? dropped : pending).endsWith(customer) ? 1 : 0;
        }
    }

    /** Takes over what another has collected of other customers. */
    void addAll(Leavers other) {
        dropped.appendAll(other.dropped);
        pending.appendAll(other.pending);
        inBoth += other.inBoth;
    }

    /** In no order; customers who made several attempts may be met twice. */
    Stream<UUID> customers(boolean withPending) {
        return withPending ? Stream.concat(dropped.stream(), pending.stream()) : dropped.stream();
    }

    /** How many different customers there are. */
    int count(boolean withPending) {
        return withPending ? dropped.size() + pending.size() - inBoth : dropped.size();
    }
}
