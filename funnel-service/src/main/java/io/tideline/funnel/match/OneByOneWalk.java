package io.tideline.funnel.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a time; each stage takes the first moment after the stage before. A further entry while the attempt is open is no new one.
 * An excluded moment ends the open attempt and is used up by that.
 */
final class OneByOneWalk implements Walk {
    private final FunnelRules rules;
    private final boolean onlyFirst;

    OneByOneWalk(FunnelRules rules, boolean onlyFirst) {
        this.rules = rules;
        this.onlyFirst = onlyFirst;
    }

    @Override
    public List<Attempt> walk(Journey journey, Occurrences occurrences) {
        List<Attempt> ended = new ArrayList<>(1);
        Chain open = null;
        int usedUp = -1;
        for (int at = 0; at < occurrences.size() && !isEnough(ended); at++) {
            int entry = occurrences.entry(at);
            int stage = occurrences.stage(at);
            if (entry == usedUp) {
                continue;
            }
            if (open != null && isOver(open, journey, entry)) {
                ended.add(open.end());
                open = null;
                if (isEnough(ended)) {
                    return ended;
                }
            }
            if (stage == Occurrences.EXCLUSION) {
                usedUp = open == null ? usedUp : entry;
                open = endInto(ended, open);
            } else if (open == null) {
                open = begun(journey, entry, stage);
            } else if (open.accepts(stage, entry)) {
                open.take(stage, entry);
                usedUp = rules.tolerance() > 0 ? usedUp : entry;
                if (open.isConverted()) {
                    usedUp = entry;
                    open = endInto(ended, open);
                }
            }
        }
        endInto(ended, open);
        return ended;
    }

    private boolean isEnough(List<Attempt> ended) {
        return onlyFirst && !ended.isEmpty();
    }

    private boolean isOver(Chain open, Journey journey, int entry) {
        return !open.isOpenAt(journey.time(entry))
                || (rules.isStrict() && entry != open.lastEntry() && !goesOn(open, journey, entry));
    }

    private boolean goesOn(Chain open, Journey journey, int entry) {
        for (int stage = open.furthest() + 1; stage <= rules.last(); stage++) {
            if ((journey.mask(entry) >> stage & 1) != 0 && open.accepts(stage, entry)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Chain begun(Journey journey, int entry, int stage) {
        return stage == 0 && rules.admits(journey.time(entry)) ? new Chain(rules, journey, entry) : null;
    }

    private static @Nullable Chain endInto(List<Attempt> ended, @Nullable Chain open) {
        if (open != null) {
            ended.add(open.end());
        }
        return null;
    }
}
