package io.tideline.funnel.journey;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to journeys since they were packed. */
final class Changes {
    private final List<Long> ids = new ArrayList<>();
    private final FreshMoments moments = new FreshMoments();
    private final NavigableSet<UUID> changed = CustomerIds.none();
    private final NavigableSet<UUID> reread = CustomerIds.none();
    private @Nullable UUID packedBefore;

    private Changes() {}

    /** What the statement found. */
    static Changes of(RowSet<Row> rows) {
        Changes changes = new Changes();
        rows.forEach(changes::add);
        changes.moments.sort();
        return changes;
    }

    /** What the statement found, where that is all there is. */
    static Changes whole(RowSet<Row> rows) {
        boolean areAll = rows.size() == 0;
        for (Row row : rows) {
            areAll = row.getBoolean("is_last");
        }
        if (!areAll) {
            throw PackJourneys.tooMuchWaits();
        }
        return of(rows);
    }

    private void add(Row row) {
        byte[] content = row.getBuffer("content").getBytes();
        packedBefore = row.getUUID("packed_before");
        UUID from = packedBefore == null ? CustomerIds.FIRST : packedBefore;
        ids.add(row.getLong("change_id"));
        switch (row.getString("kind")) {
            case "MOMENTS" -> moments.add(content, from);
            case "CUSTOMERS" -> CustomerIds.addAll(changed, content, from);
            default -> CustomerIds.addAll(reread, content, from);
        }
    }

    /** Customers before this one are packed already, where all these are the changes of a packing under way. */
    @Nullable
    UUID packedBefore() {
        return packedBefore;
    }

    List<Long> ids() {
        return ids;
    }

    /** Customers whose dimensions are no longer those packed. */
    NavigableSet<UUID> changed() {
        return changed;
    }

    /** Customers of whose moments nothing holds but the facts. */
    NavigableSet<UUID> reread() {
        return reread;
    }

    /** Fresh moments of customers from one on and before the other, in the order of customer, time and seq. */
    List<FreshMoment> between(UUID first, @Nullable UUID next) {
        return moments.subList(moments.placeOf(first), next == null ? moments.size() : moments.placeOf(next));
    }

    /** Fresh moments of one customer, in the order of time and seq. */
    List<FreshMoment> momentsOf(UUID customer) {
        int first = moments.placeOf(customer);
        int end = first;
        while (end < moments.size() && moments.get(end).customer().equals(customer)) {
            end++;
        }
        return moments.subList(first, end);
    }

    /** Whether anything has happened to customers from one on and before the other. */
    boolean touch(UUID first, @Nullable UUID next) {
        return !between(first, next).isEmpty()
                || !within(changed, first, next).isEmpty()
                || !within(reread, first, next).isEmpty();
    }

    static NavigableSet<UUID> within(NavigableSet<UUID> customers, UUID first, @Nullable UUID next) {
        return next == null ? customers.tailSet(first, true) : customers.subSet(first, true, next, false);
    }
}
