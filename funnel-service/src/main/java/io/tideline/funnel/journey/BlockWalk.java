package io.tideline.funnel.journey;

import java.util.List;
import java.util.UUID;

/** Walks over a block's customers and those with fresh moments beside it, in the order of ids, each with all moments that are wanted. */
final class BlockWalk {
    private final JourneyBlock block;
    private final List<FreshMoment> fresh;
    private final MomentFilter filter;
    private final PackedMoments packed;
    private final MomentList stored = new MomentList();
    private final MomentList merged = new MomentList();
    private int nextPlace;
    private int nextFresh;
    private UUID customer = CustomerIds.FIRST;
    private int place;
    private boolean isMerged;
    private boolean isDisputed;

    BlockWalk(JourneyBlock block, List<FreshMoment> fresh, MomentFilter filter) {
        this.block = block;
        this.fresh = fresh;
        this.filter = filter;
        this.packed = new PackedMoments(block.moments(), filter);
    }

    /** Goes on to the next customer; false behind the last. */
    boolean next() {
        boolean hasStored = nextPlace < block.size();
        boolean hasFresh = nextFresh < fresh.size();
        if (!hasStored && !hasFresh) {
            return false;
        }
        int order = !hasFresh ? -1 : !hasStored ? 1 : compareNext();
        customer = order <= 0 ? block.customer(nextPlace) : fresh.get(nextFresh).customer();
        place = order <= 0 ? nextPlace++ : -1;
        if (order <= 0) {
            packed.next(stored);
        } else {
            stored.clear();
        }
        isMerged = order >= 0;
        isDisputed = false;
        if (isMerged) {
            merge();
        }
        return true;
    }

    private int compareNext() {
        return CustomerIds.ORDER.compare(
                block.customer(nextPlace), fresh.get(nextFresh).customer());
    }

    /** What is packed stands before what came later at the same instant. */
    private void merge() {
        merged.clear();
        int at = 0;
        for (; nextFresh < fresh.size() && fresh.get(nextFresh).customer().equals(customer); nextFresh++) {
            FreshMoment moment = fresh.get(nextFresh);
            if (!filter.wants(moment.time(), moment.name())) {
                continue;
            }
            for (; at < stored.size() && stored.time(at) <= moment.time(); at++) {
                merged.add(stored.time(at), stored.name(at));
            }
            isDisputed |= moment.seq() < block.latestSeq() && at > 0 && stored.time(at - 1) == moment.time();
            merged.add(moment.time(), moment.name());
        }
        for (; at < stored.size(); at++) {
            merged.add(stored.time(at), stored.name(at));
        }
    }

    UUID customer() {
        return customer;
    }

    /** The customer's place in the block, or -1. */
    int place() {
        return place;
    }

    /** Lent until the next customer. */
    MomentList moments() {
        return isMerged ? merged : stored;
    }

    /** Whether a fresh moment of the same instant as a packed one may have come before it: then only the facts tell the order. */
    boolean isDisputed() {
        return isDisputed;
    }
}
