package io.tideline.funnel.match;

import io.tideline.funnel.match.OracleCase.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a funnel says by definition: it enumerates every way through a log and picks by the words of the rules. Shares nothing with the machine but the rules
 * themselves.
 */
final class NaiveFunnel {
    private final FunnelRules rules;

    NaiveFunnel(FunnelRules rules) {
        this.rules = rules;
    }

    /**
     * One attempt that counts.
     *
     * @param ways times of its stages; several where the rules prefer none of them
     */
    record Expected(int furthest, boolean converted, long start, long end, Set<String> ways) {
        static Expected of(NaiveChain chain) {
            return any(List.of(chain));
        }

        /** @param equals at least one; the rules prefer none of them to another */
        static Expected any(List<NaiveChain> equals) {
            NaiveChain one = equals.get(0);
            long start = one.log().get(one.start()).time();
            long end = one.log().get(one.last()).time();
            Set<String> ways = new TreeSet<>();
            equals.forEach(chain -> ways.add(chain.times()));
            return new Expected(one.furthest(), one.isConverted(), start, end, ways);
        }

        Expected or(Expected other) {
            Set<String> both = new TreeSet<>(ways);
            both.addAll(other.ways);
            return new Expected(furthest, converted, start, end, both);
        }
    }

    /** The attempts that count. */
    static List<Expected> of(OracleCase asked) {
        NaiveFunnel funnel = new NaiveFunnel(asked.rules());
        List<Expected> all = new ArrayList<>();
        for (List<Moment> way : asked.ways()) {
            List<Expected> found = funnel.of(funnel.inOrder(way));
            if (found == null) {
                return List.of();
            }
            all.addAll(funnel.counting(found));
        }
        return funnel.counting(all);
    }

    /** Null where the customer is dropped. */
    private @Nullable List<Expected> of(List<Moment> log) {
        boolean perCustomer = rules.unit() == CountUnit.CUSTOMER;
        if (rules.order() == StepOrder.ANY_ORDER) {
            return new NaiveAnyOrder(rules, log).attempts();
        }
        return switch (rules.reentry()) {
            case FIRST_ENTRY -> new NaiveRuns(rules, log).oneByOne(perCustomer);
            case EACH_ATTEMPT -> new NaiveRuns(rules, log).oneByOne(false);
            case EARLIEST_LONGEST ->
                perCustomer ? new NaiveRuns(rules, log).earliestLongest() : new NaiveRuns(rules, log).oneByOne(false);
            case NEAREST -> new NaiveRivals(rules, log).nearest();
            case BEST_ENTRY ->
                perCustomer ? new NaiveBest(rules, log).best() : new NaiveRivals(rules, log).bestOfEach();
        };
    }

    private List<Expected> counting(List<Expected> attempts) {
        if (rules.unit() == CountUnit.ATTEMPT) {
            return attempts;
        }
        Expected chosen = null;
        for (Expected attempt : attempts) {
            if (chosen == null || isPreferred(attempt, chosen)) {
                chosen = attempt;
            } else if (!isPreferred(chosen, attempt)) {
                chosen = chosen.or(attempt);
            }
        }
        return chosen == null ? List.of() : List.of(chosen);
    }

    private boolean isPreferred(Expected one, Expected to) {
        if (rules.reentry() == ReentryPolicy.FIRST_ENTRY) {
            return one.start() < to.start();
        }
        if (one.furthest() != to.furthest()) {
            return one.furthest() > to.furthest();
        }
        if (rules.reentry() == ReentryPolicy.EARLIEST_LONGEST) {
            return one.start() < to.start();
        }
        if (one.converted() && one.end() != to.end()) {
            return one.end() < to.end();
        }
        return one.start() > to.start();
    }

    /** Read by step, different moments of one instant exclude and interrupt nothing, and those of no stage might as well not be. */
    private List<Moment> loosened(List<Moment> moments) {
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

    /**
     * With a tolerance, each moment comes before those right before it that belong to later stages only and are little older; they count as
     * being of its time.
     */
    private List<Moment> inOrder(List<Moment> moments) {
        boolean mayMove = rules.tolerance() != FunnelRules.BY_ARRIVAL && rules.order() != StepOrder.ANY_ORDER;
        List<Moment> ordered = new ArrayList<>();
        for (Moment moment : mayMove && rules.tolerance() == FunnelRules.BY_STEP ? loosened(moments) : moments) {
            int place = ordered.size();
            while (mayMove && place > 0 && maySwap(ordered.get(place - 1), moment)) {
                place--;
            }
            ordered.add(place, moment);
        }
        for (int place = 1; place < ordered.size(); place++) {
            ordered.set(
                    place, ordered.get(place).notBefore(ordered.get(place - 1).time()));
        }
        return ordered;
    }

    private boolean maySwap(Moment before, Moment moment) {
        if (before.excludes() || moment.excludes() || moment.time() - before.time() > Math.max(rules.tolerance(), 0)) {
            return false;
        }
        boolean some = false;
        for (int stage = 0; stage < rules.stages(); stage++) {
            for (int later = 0; later < rules.stages(); later++) {
                if (moment.matches(stage) && before.matches(later)) {
                    some = true;
                    if (later <= stage) {
                        return false;
                    }
                }
            }
        }
        return some;
    }

    /** Whether an attempt may begin at a place, as far as period and first entry go. */
    static boolean mayStart(FunnelRules rules, List<Moment> log, int place) {
        int entering = rules.order() == StepOrder.ANY_ORDER ? (1 << rules.stages()) - 1 : 1;
        long time = log.get(place).time();
        return (log.get(place).stages() & entering) != 0
                && time >= rules.entryFrom()
                && time < rules.entryTo()
                && (log.get(place).first() || rules.entry() == EntryRule.MATCHING);
    }
}
