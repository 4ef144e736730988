package io.tideline.funnel.journey;

import io.tideline.platform.graph.Dimension;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One reading of an organisation's journeys; several threads may walk over different blocks of it at the same time. */
final class Reading {
    private static final int FACT_WIDTH = 12;

    private final WantedJourneys wanted;
    private final MomentFilter filter;
    private final Matching matching;
    private final Changes changes;
    private final boolean needsDimensions;
    private final Set<UUID> skipped;
    private final Queue<UUID> disputed = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> unpacked = new ConcurrentLinkedQueue<>();

    Reading(WantedJourneys wanted, Matching matching, Changes changes, boolean needsDimensions) {
        this.wanted = wanted;
        this.filter = wanted.filter();
        this.matching = matching;
        this.changes = changes;
        this.needsDimensions = needsDimensions;
        this.skipped = new HashSet<>(changes.reread());
        if (needsDimensions) {
            skipped.addAll(changes.changed());
        }
    }

    /** Hands on the block's customers, but those of whom more has to be looked up. */
    void walk(JourneyBlock block, Beside beside, Consumer<PackedJourney> customers) {
        BlockWalk walk = new BlockWalk(block, changes.between(block.first(), block.next()), filter);
        @Nullable Dimensions dimensions = needsDimensions && block.size() > 0 ? block.dimensions() : null;
        while (walk.next()) {
            if (walk.moments().size() == 0 || (!skipped.isEmpty() && skipped.contains(walk.customer()))) {
                continue;
            }
            if (walk.isDisputed()) {
                disputed.add(walk.customer());
            } else if (needsDimensions && walk.place() < 0) {
                unpacked.add(walk.customer());
            } else {
                int place = walk.place();
                hand(
                        new Met(walk.customer(), walk.moments(), beside),
                        dimension -> dimensions == null ? "" : dimensions.of(place, dimension),
                        dimensions == null ? FormerValues.NONE : dimensions.former(place),
                        customers);
            }
        }
    }

    /** Customers to be read from the facts once all blocks are walked. */
    Collection<UUID> left() {
        Set<UUID> left = new HashSet<>(skipped);
        left.addAll(disputed);
        return left;
    }

    /** Customers of whom nothing is packed and all moments are known: their dimensions are to be looked up once all blocks are walked. */
    Collection<UUID> unpacked() {
        return unpacked;
    }

    /** @param row dimensions of an unpacked customer */
    void walkFresh(Row row, Beside beside, MomentList moments, Consumer<PackedJourney> customers) {
        UUID customer = row.getUUID("customer_id");
        moments.clear();
        for (FreshMoment moment : changes.momentsOf(customer)) {
            if (filter.wants(moment.time(), moment.name())) {
                moments.add(moment.time(), moment.name());
            }
        }
        Dimensions.Values values = Dimensions.Values.of(row);
        hand(new Met(customer, moments, beside), values::of, values.former(), customers);
    }

    void walkFacts(Row row, Beside beside, MomentList moments, Consumer<PackedJourney> customers) {
        fill(moments, row, filter);
        if (moments.size() > 0) {
            Dimensions.Values values = Dimensions.Values.of(row);
            hand(new Met(row.getUUID("customer_id"), moments, beside), values::of, values.former(), customers);
        }
    }

    static void fill(MomentList moments, Row row, MomentFilter filter) {
        ByteBuffer facts = ByteBuffer.wrap(row.getBuffer("moments").getBytes());
        moments.clear();
        for (int left = facts.remaining() / FACT_WIDTH; left > 0; left--) {
            long time = facts.getLong() + PackedMoments.EPOCH_MICROS;
            int name = facts.getInt();
            if (filter.wants(time, name)) {
                moments.add(time, name);
            }
        }
    }

    private record Met(UUID customer, MomentList moments, Beside beside) {}

    private void hand(
            Met met, Function<Dimension, String> dimensions, FormerValues former, Consumer<PackedJourney> customers) {
        Beside beside = met.beside();
        UUID customer = met.customer();
        if (matching.accepts(customer, dimensions, former, beside)) {
            String group = wanted.dimension() == null ? "" : dimensions.apply(wanted.dimension());
            customers.accept(new PackedJourney(
                    customer, group, met.moments(), matching.past(customer, dimensions, former, beside), beside));
        }
    }
}
