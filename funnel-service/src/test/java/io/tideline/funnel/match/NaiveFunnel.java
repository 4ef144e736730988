package io.tideline.funnel.match;

import io.tideline.funnel.match.OracleCase.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            equals.forEach(chain -> ways.add(told(chain.rules(), chain.times())));
            return new Expected(one.furthest(), one.isConverted(), start, end, ways);
        }

        /**
         * An attempt as a text: when it was in each stage, which stages it reached, and where it stands.
         *
         * @param times by stage, of those that it was seen in
         */
        static String told(FunnelRules rules, Map<Integer, Long> times) {
            List<String> words = new ArrayList<>();
            List<Integer> reached = new ArrayList<>();
            boolean isPast = false;
            for (int stage = rules.stages() - 1; stage >= 0; stage--) {
                boolean isSeen = times.containsKey(stage);
                words.add(0, isSeen ? String.valueOf(times.get(stage)) : "-");
                if (isSeen || (isPast && (rules.skippable() >> stage & 1) != 0)) {
                    reached.add(0, stage);
                }
                isPast |= isSeen;
            }
            int stands = reached.stream()
                    .filter(stage -> (rules.optional() >> stage & 1) == 0)
                    .max(Integer::compare)
                    .orElseThrow();
            return String.join(" ", words) + ", reached " + reached + ", stands at " + stands;
        }

        Expected or(Expected other) {
            Set<String> both = new TreeSet<>(ways);
            both.addAll(other.ways);
            return new Expected(furthest, converted, start, end, both);
        }
    }

    /**
     * @param attempts those that count
     * @param pending how many of them are
     */
    record Answer(List<Expected> attempts, int pending) {}

    static Answer of(OracleCase asked) {
        NaiveFunnel funnel = new NaiveFunnel(asked.rules());
        List<List<Moment>> logs = asked.ways().stream()
                .map(way -> NaiveTies.inOrder(asked.rules(), way))
                .toList();
        List<List<Expected>> ways = funnel.ofAll(logs);
        return new Answer(funnel.counting(ways), new NaiveFuture(asked.rules()).pending(logs, ways));
    }

    /** Of each log the attempts; of none where the customer is dropped in any. */
    List<List<Expected>> ofAll(List<List<Moment>> logs) {
        List<List<Expected>> ways = new ArrayList<>();
        for (List<Moment> log : logs) {
            List<Expected> found = of(log);
            if (found == null) {
                return List.of();
            }
            ways.add(found);
        }
        return List.copyOf(ways);
    }

    /** Those that count of several ways; the customer's best of each way's best where customers are counted. */
    List<Expected> counting(List<List<Expected>> ways) {
        return chosen(ways.stream().flatMap(way -> chosen(way).stream()).toList());
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

    private List<Expected> chosen(List<Expected> attempts) {
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
