package io.tideline.funnel.match;

import io.tideline.funnel.match.OracleCase.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps of an attempt, as places in the log and the stages taken there.
 *
 * @param log the customer's moments in the order in which they are read
 */
record NaiveChain(FunnelRules rules, List<Moment> log, List<Integer> places, List<Integer> stages) {

    static NaiveChain starting(FunnelRules rules, List<Moment> log, int place) {
        return new NaiveChain(rules, log, List.of(place), List.of(0));
    }

    NaiveChain with(int place, int stage) {
        List<Integer> more = new ArrayList<>(places);
        List<Integer> further = new ArrayList<>(stages);
        more.add(place);
        further.add(stage);
        return new NaiveChain(rules, log, more, further);
    }

    int start() {
        return places.get(0);
    }

    int last() {
        return places.get(places.size() - 1);
    }

    int furthest() {
        return stages.get(stages.size() - 1);
    }

    boolean isConverted() {
        return furthest() == rules.stages() - 1;
    }

    /** When the last stage was taken that is not optional. */
    long anchor() {
        for (int step = stages.size() - 1; ; step--) {
            if ((rules.optional() >> stages.get(step) & 1) == 0) {
                return log.get(places.get(step)).time();
            }
        }
    }

    /** Whether windows and, read strictly, neighbourhood would let a moment be part of it. */
    boolean isOpenFor(int place) {
        return isOpenAt(log.get(place).time(), place);
    }

    boolean isOpenAt(long time, int place) {
        return time - log.get(start()).time() <= rules.window()
                && time - anchor() <= rules.stepWindow()
                && (rules.order() != StepOrder.STRICT || isNext(place));
    }

    /** The last instant at which a moment could be part of it. */
    long closes() {
        long byStrict = rules.order() != StepOrder.STRICT
                ? FunnelRules.ENDLESS
                : log.subList(last() + 1, log.size()).stream()
                        .filter(moment -> !moment.loose())
                        .mapToLong(Moment::time)
                        .min()
                        .orElse(FunnelRules.ENDLESS);
        return Math.min(
                byStrict,
                Math.min(later(log.get(start()).time(), rules.window()), later(anchor(), rules.stepWindow())));
    }

    private static long later(long time, long length) {
        return length == FunnelRules.ENDLESS ? length : time + length;
    }

    private boolean isNext(int place) {
        return place > last() && log.subList(last() + 1, place).stream().allMatch(Moment::loose);
    }

    /** Whether no moment after its last and before a place excluded it. */
    boolean survivesUntil(int place) {
        for (int between = last() + 1; between < place; between++) {
            if (log.get(between).hits(furthest())) {
                return false;
            }
        }
        return true;
    }

    /** Whether this moment, taken for this stage, makes a longer attempt. */
    boolean mayTake(int place, int stage) {
        if (stage <= furthest() || !log.get(place).matches(stage) || !isOpenFor(place)) {
            return false;
        }
        for (int left = furthest() + 1; left < stage; left++) {
            if (((rules.optional() | rules.skippable()) >> left & 1) == 0) {
                return false;
            }
        }
        return survivesUntil(place) && !log.get(place).hits(furthest());
    }

    /** This one and all longer ones. */
    List<NaiveChain> all() {
        List<NaiveChain> all = new ArrayList<>();
        all.add(this);
        for (int place = last() + 1; place < log.size() && !isConverted(); place++) {
            for (int stage = 1; stage < rules.stages(); stage++) {
                if (mayTake(place, stage)) {
                    all.addAll(with(place, stage).all());
                }
            }
        }
        return all;
    }

    /** When it was in each stage; two chains of the same times are the same to their customer. */
    Map<Integer, Long> times() {
        Map<Integer, Long> times = new HashMap<>();
        for (int step = 0; step < stages.size(); step++) {
            times.put(stages.get(step), log.get(places.get(step)).time());
        }
        return times;
    }
}
