package io.tideline.funnel.match;

import io.tideline.funnel.match.OracleCase.Moment;
import java.util.ArrayList;
import java.util.List;

/**
 * The order in which a log is read where moments little apart may stand in either: said of each pair of moments, so that a moment's place is the number of those
 * that stand before it.
 */
final class NaiveTies {
    private final FunnelRules rules;
    private final List<Moment> told;
    /** Whether the later of two moments, told first, stands before the earlier. */
    private final boolean[][] swapped;

    private NaiveTies(FunnelRules rules, List<Moment> told) {
        this.rules = rules;
        this.told = told;
        this.swapped = new boolean[told.size()][told.size()];
    }

    /** A moment counts as being no sooner than any that stands before it. */
    static List<Moment> inOrder(FunnelRules rules, List<Moment> told) {
        if (rules.tolerance() == FunnelRules.BY_ARRIVAL || rules.order() == StepOrder.ANY_ORDER) {
            return told;
        }
        boolean byStep = rules.tolerance() == FunnelRules.BY_STEP;
        return new NaiveTies(rules, byStep ? loosened(told) : told).ordered();
    }

    /** Read by step, different moments of one instant exclude and interrupt nothing, and those of no stage might as well not be. */
    private static List<Moment> loosened(List<Moment> moments) {
        List<Moment> loosened = new ArrayList<>();
        for (Moment moment : moments) {
            boolean isOneOfSeveral =
                    moments.stream().anyMatch(other -> other.time() == moment.time() && !other.meansTheSameAs(moment));
            if (!isOneOfSeveral) {
                loosened.add(moment);
            } else if (moment.stages() != 0) {
                loosened.add(moment.asOneOfSeveral());
            }
        }
        return loosened;
    }

    private List<Moment> ordered() {
        for (int later = 0; later < told.size(); later++) {
            judge(later);
        }
        Moment[] ordered = new Moment[told.size()];
        for (int moment = 0; moment < told.size(); moment++) {
            int before = 0;
            long latest = Long.MIN_VALUE;
            for (int other = 0; other < told.size(); other++) {
                if (standsBefore(other, moment)) {
                    before++;
                    latest = Math.max(latest, told.get(other).time());
                }
            }
            ordered[before] = told.get(moment).notBefore(latest);
        }
        return List.of(ordered);
    }

    /** A moment stands before an earlier one if it may change places with it and with all between them. */
    private void judge(int later) {
        for (int earlier = 0; earlier < later; earlier++) {
            boolean all = mayChange(earlier, later);
            for (int between = 0; all && between < later; between++) {
                all = !standsBefore(earlier, between) || mayChange(between, later);
            }
            swapped[later][earlier] = all;
        }
    }

    private boolean standsBefore(int one, int other) {
        return one != other && (one < other ? !swapped[other][one] : swapped[one][other]);
    }

    private boolean mayChange(int earlier, int later) {
        Moment one = told.get(earlier);
        Moment other = told.get(later);
        if (other.time() - one.time() > Math.max(rules.tolerance(), 0)
                || one.excludes()
                || other.excludes()
                || one.stages() == 0
                || other.stages() == 0) {
            return false;
        }
        return isApart(other, one)
                || (rules.tolerance() != FunnelRules.BY_STEP && leads(other, one) && isOfNoUse(earlier, later));
    }

    /** Whether every stage of one comes before every stage of another. */
    private boolean isApart(Moment before, Moment behind) {
        for (int stage = 0; stage < rules.stages(); stage++) {
            for (int later = 0; later <= stage; later++) {
                if (before.matches(stage) && behind.matches(later)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Nothing begins with it, and nothing that stands before it leads to it within the window, by times that may be wrong by the tolerance. */
    private boolean isOfNoUse(int moment, int known) {
        Moment here = told.get(moment);
        for (int other = 0; other < known; other++) {
            Moment before = told.get(other);
            boolean inTime = here.time() - before.time() - rules.tolerance() <= rules.window();
            if (standsBefore(other, moment) && inTime && leads(before, here)) {
                return false;
            }
        }
        return !here.matches(0);
    }

    /** Whether an attempt could go from one moment to another by any of their stages. */
    private boolean leads(Moment from, Moment to) {
        for (int start = 0; start < rules.stages(); start++) {
            for (int end = start + 1; end < rules.stages(); end++) {
                if (from.matches(start) && to.matches(end) && isNext(start, end)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isNext(int start, int end) {
        for (int left = start + 1; left < end; left++) {
            if (((rules.optional() | rules.skippable()) >> left & 1) == 0) {
                return false;
            }
        }
        return true;
    }
}
