package io.tideline.funnel.journey;

import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A block while what has happened since is being packed into it. */
final class BlockDraft {
    /** Customers of a block: so few that a query can be divided, so many that rows cost nothing. */
    private static final int USUAL = 256;

    /** Moments of a block: so few that some dozens of blocks fit into memory unpacked, however busy their customers are. */
    private static final int USUAL_MOMENTS = 32_768;

    private final JourneyBlock block;
    private final List<DraftJourney> journeys = new ArrayList<>();
    private final List<UUID> disputed = new ArrayList<>();
    private long latestSeq;

    /** Takes over what is packed and what came since, but customers that have to be read anew. */
    BlockDraft(JourneyBlock block, Changes changes) {
        this.block = block;
        this.latestSeq = block.latestSeq();
        List<FreshMoment> fresh = changes.between(block.first(), block.next());
        BlockWalk walk = new BlockWalk(block, fresh, MomentFilter.ALL);
        @Nullable Dimensions dimensions = block.size() == 0 ? null : block.dimensions();
        while (walk.next()) {
            if (changes.reread().contains(walk.customer())) {
                continue;
            }
            Dimensions.@Nullable Values known =
                    dimensions == null || walk.place() < 0 || changes.changed().contains(walk.customer())
                            ? null
                            : dimensions.of(walk.place());
            journeys.add(new DraftJourney(walk.customer(), walk.moments().copy(), known));
            if (walk.isDisputed()) {
                disputed.add(walk.customer());
            }
        }
        fresh.forEach(moment -> latestSeq = Math.max(latestSeq, moment.seq()));
    }

    /** Adds a customer as the facts have them, in any order. */
    void add(Row facts) {
        MomentList moments = new MomentList();
        Reading.fill(moments, facts, MomentFilter.ALL);
        journeys.add(new DraftJourney(facts.getUUID("customer_id"), moments, Dimensions.Values.of(facts)));
        latestSeq = Math.max(latestSeq, facts.getLong("latest_seq"));
    }

    boolean holds(UUID customer) {
        UUID next = block.next();
        return CustomerIds.ORDER.compare(customer, block.first()) >= 0
                && (next == null || CustomerIds.ORDER.compare(customer, next) < 0);
    }

    /** Customers of whom the order of two moments is not known. */
    Collection<UUID> disputed() {
        return disputed;
    }

    /** Customers whose dimensions have to be looked up. */
    List<UUID> unknown() {
        return journeys.stream()
                .filter(journey -> journey.dimensions() == null)
                .map(DraftJourney::customer)
                .toList();
    }

    /** The block as it is stored from now on, as several where it has grown too large; a customer is never divided. */
    List<JourneyBlock> packed(Map<UUID, Dimensions.Values> lookedUp) {
        journeys.sort(Comparator.comparing(DraftJourney::customer, CustomerIds.ORDER));
        List<JourneyBlock> blocks = new ArrayList<>();
        for (List<DraftJourney> some : divided()) {
            blocks.add(packed(blocks.isEmpty() ? block.first() : some.get(0).customer(), some, lookedUp));
        }
        return blocks;
    }

    /** Parts with about the same number of customers and moments; one, which may be empty, where there are not twice as many as usual. */
    private List<List<DraftJourney>> divided() {
        long moments =
                journeys.stream().mapToLong(journey -> journey.moments().size()).sum();
        if (moments == 0) {
            return List.of(journeys);
        }
        long parts = Math.max(parts(journeys.size(), USUAL), parts(moments, USUAL_MOMENTS));
        List<List<DraftJourney>> divided = new ArrayList<>();
        int from = 0;
        long load = 0;
        long passed = 0;
        for (int at = 0; at < journeys.size(); at++) {
            load += moments
                    + (long) journeys.size() * journeys.get(at).moments().size();
            long reached = load * parts / (2 * moments * journeys.size());
            if (reached > passed) {
                divided.add(journeys.subList(from, at + 1));
                from = at + 1;
                passed = reached;
            }
        }
        if (from < journeys.size() || divided.isEmpty()) {
            divided.add(journeys.subList(from, journeys.size()));
        }
        return divided;
    }

    private static long parts(long size, long usual) {
        return size <= 2 * usual ? 1 : (size + usual - 1) / usual;
    }

    private JourneyBlock packed(UUID first, List<DraftJourney> some, Map<UUID, Dimensions.Values> lookedUp) {
        return new JourneyBlock(
                first,
                null,
                CustomerIds.packed(some.stream().map(DraftJourney::customer).toList())
                        .getBytes(),
                PackedMoments.write(some.stream().map(DraftJourney::moments).toList()),
                Dimensions.write(some.stream()
                        .map(journey -> journey.dimensions() != null
                                ? journey.dimensions()
                                : lookedUp.getOrDefault(journey.customer(), Dimensions.UNKNOWN))
                        .toList()),
                latestSeq);
    }
}
