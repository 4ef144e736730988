package io.tideline.funnel.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One customer's random log and a random way to read it. Times are small and often equal, names few, so that windows, ties and exclusions meet often.
 *
 * @param held whether the moments' values must stay the same on the way
 */
record OracleCase(FunnelRules rules, List<Moment> moments, boolean held) {
    private static final int MOST_MOMENTS = 9;
    private static final int LATEST = 14;
    private static final int NAMES = 5;

    /**
     * @param ends stages at which it ends an attempt
     * @param drops stages at which it drops the customer
     * @param first whether it could be an entry and none of the customer's moments before it
     * @param loose whether it interrupts nothing
     */
    record Moment(long time, int stages, int ends, int drops, @Nullable String value, boolean first, boolean loose) {
        boolean excludes() {
            return (ends | drops) != 0;
        }

        boolean matches(int stage) {
            return (stages >> stage & 1) != 0;
        }

        Moment notBefore(long instant) {
            return new Moment(Math.max(time, instant), stages, ends, drops, value, first, loose);
        }

        Moment asFirst() {
            return new Moment(time, stages, ends, drops, value, true, false);
        }

        /** The same as one of several that happened at its instant, where these are read by step. */
        Moment asOneOfSeveral() {
            return new Moment(time, stages, 0, 0, value, first, true);
        }

        boolean meansTheSameAs(Moment other) {
            return stages == other.stages && ends == other.ends && drops == other.drops;
        }

        boolean hits(int stage) {
            return ((ends | drops) >> stage & 1) != 0;
        }
    }

    static OracleCase of(Random random, StepOrder order, ReentryPolicy reentry, CountUnit unit) {
        int stages = 2 + Math.min(random.nextInt(4), random.nextInt(4));
        boolean apart = !chance(random, 3);
        int[] masks = new int[NAMES];
        for (int stage = 0; stage < stages; stage++) {
            masks[apart ? stage : random.nextInt(NAMES)] |= 1 << stage;
            if (chance(random, apart ? 9 : 4)) {
                masks[random.nextInt(NAMES)] |= 1 << stage;
            }
        }
        int[] ends = stretches(random, stages, 3);
        int[] drops = stretches(random, stages, 8);
        boolean any = order == StepOrder.ANY_ORDER;
        int optional = any || stages < 3 || !chance(random, 3) ? 0 : 1 << (1 + random.nextInt(stages - 2));
        int skippable = any || !chance(random, 3) ? 0 : random.nextInt(1 << stages) & -2 & ~optional;
        FunnelRules rules = new FunnelRules(
                stages,
                optional,
                skippable,
                order,
                reentry,
                unit,
                chance(random, 5) ? EntryRule.FIRST_EVER : EntryRule.MATCHING,
                chance(random, 3) ? FunnelRules.ENDLESS : random.nextInt(LATEST),
                chance(random, 2) ? FunnelRules.ENDLESS : random.nextInt(LATEST),
                chance(random, 2)
                        ? FunnelRules.BY_ARRIVAL
                        : chance(random, 3) ? FunnelRules.BY_STEP : random.nextInt(3),
                chance(random, 3) ? random.nextInt(LATEST / 2) : 0,
                chance(random, 3) ? LATEST / 2 + random.nextInt(LATEST / 2) : LATEST + 1,
                0);
        return new OracleCase(rules, marked(rules, moments(random, masks, ends, drops)), chance(random, 6));
    }

    private static List<Moment> moments(Random random, int[] masks, int[] ends, int[] drops) {
        List<Long> times = new ArrayList<>();
        int count = MOST_MOMENTS - Math.min(random.nextInt(MOST_MOMENTS + 1), random.nextInt(MOST_MOMENTS + 1));
        for (int at = 0; at < count; at++) {
            times.add((long) random.nextInt(LATEST));
        }
        times.sort(null);
        List<Moment> moments = new ArrayList<>();
        for (long time : times) {
            int name = Math.min(random.nextInt(NAMES), random.nextInt(NAMES));
            String value = chance(random, 5) ? null : chance(random, 3) ? "other" : "usual";
            moments.add(new Moment(time, masks[name], ends[name], drops[name], value, false, false));
        }
        return moments;
    }

    private static List<Moment> marked(FunnelRules rules, List<Moment> moments) {
        int entering = rules.order() == StepOrder.ANY_ORDER ? (1 << rules.stages()) - 1 : 1;
        List<Moment> marked = new ArrayList<>();
        boolean isEntered = false;
        for (Moment moment : moments) {
            boolean enters = (moment.stages() & entering) != 0;
            marked.add(enters && !isEntered ? moment.asFirst() : moment);
            isEntered |= enters;
        }
        return marked;
    }

    private static int[] stretches(Random random, int stages, int oneOutOf) {
        int[] stretches = new int[NAMES];
        if (chance(random, oneOutOf)) {
            int from = chance(random, 2) ? 0 : random.nextInt(stages - 1);
            int to = chance(random, 2) ? stages - 1 : from + 1 + random.nextInt(stages - 1 - from);
            stretches[random.nextInt(NAMES)] = (1 << to) - (1 << from);
        }
        return stretches;
    }

    private static boolean chance(Random random, int oneOutOf) {
        return random.nextInt(oneOutOf) == 0;
    }

    /** The moments that go together: all of them, or those of each value; those without one go nowhere. */
    List<List<Moment>> ways() {
        if (!held) {
            return List.of(moments);
        }
        TreeSet<String> values = new TreeSet<>();
        moments.stream().map(Moment::value).filter(Objects::nonNull).forEach(values::add);
        return values.stream()
                .map(value -> moments.stream()
                        .filter(moment -> value.equals(moment.value()))
                        .toList())
                .toList();
    }

    List<Attempt> asWalked() {
        List<Journey> journeys = new ArrayList<>();
        for (List<Moment> way : ways()) {
            Journey journey = new Journey();
            way.forEach(moment -> journey.add(
                    moment.time(), moment.stages() | (long) moment.ends() << 20 | (long) moment.drops() << 40));
            if (way.stream().noneMatch(Moment::first)) {
                journey.enteredElsewhere();
            }
            journeys.add(journey);
        }
        FunnelMachine machine = new FunnelMachine(rules);
        return held ? machine.attempts(journeys) : machine.attempts(journeys.get(0));
    }
}
