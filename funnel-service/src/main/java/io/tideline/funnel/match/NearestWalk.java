package io.tideline.funnel.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every entry opens an attempt; a moment goes to the nearest attempt that waits for its stage, and to no other. */
final class NearestWalk implements Walk {
    private final FunnelRules rules;
    /** By the stage they stand at, the one that got there last at the end. */
    private final List<List<Chain>> waiting = new ArrayList<>();

    private final List<Attempt> ended = new ArrayList<>();

    NearestWalk(FunnelRules rules) {
        this.rules = rules;
        for (int stage = 0; stage < rules.stages(); stage++) {
            waiting.add(new ArrayList<>());
        }
    }

    @Override
    public List<Attempt> walk(Journey journey, Occurrences occurrences) {
        ended.clear();
        int usedUp = -1;
        for (int at = 0; at < occurrences.size(); at++) {
            int entry = occurrences.entry(at);
            int stage = occurrences.stage(at);
            if (entry == usedUp) {
                continue;
            }
            if (stage == Occurrences.EXCLUSION) {
                usedUp = endAll(journey.time(entry)) ? entry : usedUp;
            } else if (give(stage, entry, journey.time(entry))) {
                usedUp = rules.tolerance() > 0 ? usedUp : entry;
            } else if (stage == 0 && rules.admits(journey.time(entry))) {
                waiting.get(0).add(new Chain(rules, journey, entry));
            }
        }
        endAll(Long.MIN_VALUE);
        return List.copyOf(ended);
    }

    /** Whether any of them was still open. */
    private boolean endAll(long time) {
        boolean wasOpen = false;
        for (List<Chain> chains : waiting) {
            for (Chain chain : chains) {
                wasOpen |= chain.isOpenAt(time);
                ended.add(chain.end());
            }
            chains.clear();
        }
        return wasOpen;
    }

    private boolean give(int stage, int entry, long time) {
        Chain nearest = null;
        for (int from = 0; from < stage; from++) {
            Chain candidate = rules.leads(from, stage) ? nearest(waiting.get(from), stage, entry, time) : null;
            if (candidate != null && (nearest == null || candidate.lastEntry() > nearest.lastEntry())) {
                nearest = candidate;
            }
        }
        if (nearest == null) {
            return false;
        }
        waiting.get(nearest.furthest()).remove(nearest);
        nearest.take(stage, entry);
        if (nearest.isConverted()) {
            ended.add(nearest.end());
        } else {
            waiting.get(stage).add(nearest);
        }
        return true;
    }

    /** Attempts whose time has passed are ended on the way, so that each is looked at once. */
    private @Nullable Chain nearest(List<Chain> chains, int stage, int entry, long time) {
        for (int at = chains.size() - 1; at >= 0; at--) {
            Chain chain = chains.get(at);
            if (chain.accepts(stage, entry)) {
                return chain;
            }
            if (!chain.isOpenAt(time)) {
                ended.add(chain.end());
                chains.remove(at);
            } else if (rules.isStrict()) {
                return null;
            }
        }
        return null;
    }
}
