package io.tideline.funnel.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stages in any order: an attempt is a set of moments of different stages within one window, and has come as far as it has different stages. A moment that
 * matches several stages counts for any one of them, whichever makes the most stages of all moments together: what it stands for may change as others come.
 * <pre>wanted := missing ∪ {k | the moment that stands for k matches a stage of wanted}</pre>
 * <p>An attempt goes from one moment that matters to it to the next, so beginning one everywhere costs as many steps as there are moments and stages, not
 * moments times moments. Of a customer's conversions those count that complete first: by place, since what drops the customer may be of the same time.
 */
final class AnyOrderWalk implements Walk {
    private final FunnelRules rules;
    private final boolean sliding;
    private final boolean onlyFirst;
    /** Of the attempt that is being gathered, with how many stages it has found, why it ended and where a further one may begin. */
    private final long[] times;

    /** By stage the stages that the moment which stands for it matches. */
    private final int[] standing;

    private int missing;
    /** Whether any of them could stand for another stage. */
    private boolean mayChange;

    private int tried;
    private int found;
    private Run.End end = Run.End.TIME_OR_MOMENTS;
    private int next;
    /** Of all attempts of the customer the one that stays open longest. */
    private long longestStart;

    private long longestCloses;

    AnyOrderWalk(FunnelRules rules) {
        this.rules = rules;
        this.onlyFirst = rules.isPerCustomer() && rules.reentry() == ReentryPolicy.FIRST_ENTRY;
        this.sliding = rules.isPerCustomer() && !onlyFirst && rules.reentry() != ReentryPolicy.EACH_ATTEMPT;
        this.times = new long[rules.stages()];
        this.standing = new int[rules.stages()];
    }

    @Override
    public @Nullable List<Attempt> walk(Journey journey) {
        List<Attempt> attempts = new ArrayList<>(1);
        BitSet ending = new BitSet();
        NextPlaces places = new NextPlaces(rules, journey);
        longestCloses = Long.MIN_VALUE;
        int converted = journey.size();
        int dropped = journey.size();
        for (int from = 0; from < journey.size(); ) {
            if (ending.get(from) || !journey.admits(rules, from)) {
                from++;
                continue;
            }
            gather(journey, places, from);
            int last = next - 1;
            if (end == Run.End.EXCLUDED) {
                ending.set(last);
            }
            dropped = end == Run.End.DROPPED ? Math.min(dropped, last) : dropped;
            boolean isConverted = end == Run.End.CONVERTED;
            if (sliding && isConverted && last < converted) {
                attempts.clear();
            }
            if (!sliding || !isConverted || last <= converted) {
                keep(journey, attempts);
            }
            converted = isConverted ? Math.min(converted, last) : converted;
            if (onlyFirst || (sliding && isFinal())) {
                break;
            }
            from = sliding ? from + 1 : next;
        }
        boolean inTime = sliding && converted < dropped;
        return dropped < journey.size() && !inTime ? null : besideAll(attempts);
    }

    private List<Attempt> besideAll(List<Attempt> attempts) {
        if (sliding && !attempts.isEmpty() && !attempts.get(0).isConverted()) {
            attempts.set(0, attempts.get(0).beside(longestStart, longestCloses));
        }
        return attempts;
    }

    /** Of attempts that begin everywhere only the one that counts; what came less far is not even made. */
    private void keep(Journey journey, List<Attempt> attempts) {
        long closes = closes(journey);
        if (closes > longestCloses) {
            longestStart = times[0];
            longestCloses = closes;
        }
        if (!sliding || attempts.isEmpty()) {
            attempts.add(new Attempt(rules, times, found - 1, closes));
        } else if (found > attempts.get(0).furthest()) {
            Attempt attempt = new Attempt(rules, times, found - 1, closes);
            if (rules.prefers(attempt, attempts.get(0))) {
                attempts.set(0, attempt);
            }
        }
    }

    /** Until when something may follow. */
    private long closes(Journey journey) {
        long ended = end == Run.End.EXCLUDED ? journey.time(next - 1) : FunnelRules.ENDLESS;
        return Math.min(rules.closes(times[0], times[found - 1]), ended);
    }

    private void gather(Journey journey, NextPlaces places, int from) {
        missing = rules.entering();
        mayChange = false;
        found = 0;
        for (int at = from; isOpen(journey, from, at); at = places.nextOf(wanted(), found - 1, at + 1)) {
            if (at > from && journey.ends(at, found - 1)) {
                finish(journey.drops(at, found - 1) ? Run.End.DROPPED : Run.End.EXCLUDED, at + 1);
                return;
            }
            tried = 0;
            mayChange |= Integer.bitCount(journey.stages(at)) > 1;
            place(journey.stages(at));
            times[found++] = journey.time(at);
            if (missing == 0) {
                finish(Run.End.CONVERTED, at + 1);
                return;
            }
        }
        finish(Run.End.TIME_OR_MOMENTS, sliding ? from + 1 : closed(journey, from));
    }

    /** The stages that a further moment may match so that one more is found. */
    private int wanted() {
        int wanted = missing;
        for (int before = mayChange ? 0 : wanted; before != wanted; ) {
            before = wanted;
            for (int left = rules.entering() & ~wanted; left != 0; left &= left - 1) {
                int stage = Integer.numberOfTrailingZeros(left);
                wanted |= (standing[stage] & wanted) != 0 ? 1 << stage : 0;
            }
        }
        return wanted;
    }

    /** Lets a moment stand for a stage that it matches, and the one that stood for it for another. */
    private boolean place(int stages) {
        int free = stages & missing;
        if (free != 0) {
            standing[Integer.numberOfTrailingZeros(free)] = stages;
            missing ^= Integer.lowestOneBit(free);
            return true;
        }
        for (int left = stages & ~tried; left != 0; left = stages & ~tried) {
            int stage = Integer.numberOfTrailingZeros(left);
            tried |= 1 << stage;
            if (place(standing[stage])) {
                standing[stage] = stages;
                return true;
            }
        }
        return false;
    }

    private void finish(Run.End reason, int further) {
        end = reason;
        next = further;
    }

    private boolean isOpen(Journey journey, int from, int at) {
        return at < journey.size()
                && journey.time(at) - journey.time(from) <= rules.window()
                && (found == 0 || journey.time(at) - times[found - 1] <= rules.stepWindow());
    }

    /** The first moment that is too late for an attempt that nothing else ends. */
    private int closed(Journey journey, int from) {
        int at = from;
        while (isOpen(journey, from, at)) {
            at++;
        }
        return at;
    }

    /** No later start counts for more. */
    private boolean isFinal() {
        return rules.reentry() == ReentryPolicy.EARLIEST_LONGEST && end == Run.End.CONVERTED;
    }
}
