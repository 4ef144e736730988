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
    private static final int NAMES_OF_NO_STAGE = 2;
    private static final int MOST_OPTIONAL = 3;
    private static final int LONGEST_WAIT = 8;

    /** What can be left out of a question, to see whether it made a difference. */
    enum Part {
        EXCLUSION,
        TIE,
        HOLD,
        OPTIONAL,
        SKIP
    }

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

        Moment withoutExclusion() {
            return new Moment(time, stages, 0, 0, value, first, loose);
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
        int stages = 2 + Math.min(random.nextInt(7), random.nextInt(7));
        int[] masks = masks(random, stages);
        List<Moment> moments = moments(random, masks, stretches(random, stages, 3), stretches(random, stages, 8));
        boolean any = order == StepOrder.ANY_ORDER;
        int optional = any || !chance(random, 2) ? 0 : optional(random, stages);
        int skippable = any || !chance(random, 2) ? 0 : random.nextInt(1 << stages) & -2 & ~optional;
        long asOf = moments.stream().mapToLong(Moment::time).max().orElse(0) + random.nextInt(LONGEST_WAIT);
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
                tolerance(random, reentry),
                chance(random, 3) ? random.nextInt(LATEST / 2) : 0,
                chance(random, 3) ? LATEST / 2 + random.nextInt(LATEST / 2) : LATEST + 1,
                asOf);
        return new OracleCase(rules, marked(rules, moments), chance(random, 4));
    }

    /** By step only where an entry competes with others: of several that wait beside one another the nearest alone could go on strictly. */
    private static long tolerance(Random random, ReentryPolicy reentry) {
        boolean byStep = reentry != ReentryPolicy.NEAREST && chance(random, 3);
        return chance(random, 2) ? FunnelRules.BY_ARRIVAL : byStep ? FunnelRules.BY_STEP : random.nextInt(3);
    }

    /** By name the stages that it matches: mostly one each, and the last names none. */
    private static int[] masks(Random random, int stages) {
        boolean apart = !chance(random, 3);
        int[] masks = new int[stages + NAMES_OF_NO_STAGE];
        for (int stage = 0; stage < stages; stage++) {
            masks[apart ? stage : random.nextInt(stages)] |= 1 << stage;
            if (chance(random, apart ? 9 : 4)) {
                masks[random.nextInt(masks.length)] |= 1 << stage;
            }
        }
        return masks;
    }

    /** Up to three stages, beside one another as often as not, neither the first nor the last. */
    private static int optional(Random random, int stages) {
        int optional = 0;
        int most = stages < 3 ? 0 : 1 + random.nextInt(MOST_OPTIONAL);
        int stage = 1 + random.nextInt(Math.max(stages - 2, 1));
        for (int more = 0; more < most && stage < stages - 1; more++) {
            optional |= 1 << stage;
            stage += chance(random, 2) ? 1 : 2;
        }
        return optional;
    }

    private static List<Moment> moments(Random random, int[] masks, int[] ends, int[] drops) {
        List<Long> times = new ArrayList<>();
        int count = MOST_MOMENTS - Math.min(random.nextInt(MOST_MOMENTS + 1), random.nextInt(MOST_MOMENTS + 1));
        for (int at = 0; at < count; at++) {
            times.add((long) random.nextInt(LATEST));
        }
        times.sort(null);
        List<Moment> moments = new ArrayList<>();
        int inTurn = 0;
        for (long time : times) {
            boolean goesOn = chance(random, 2);
            int name = goesOn ? inTurn++ % masks.length : lowOf(random, masks.length);
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
        int[] stretches = new int[stages + NAMES_OF_NO_STAGE];
        if (chance(random, oneOutOf)) {
            int from = chance(random, 2) ? 0 : random.nextInt(stages - 1);
            int to = chance(random, 2) ? stages - 1 : from + 1 + random.nextInt(stages - 1 - from);
            stretches[lowOf(random, stretches.length)] = (1 << to) - (1 << from);
        }
        return stretches;
    }

    private static int lowOf(Random random, int number) {
        return Math.min(random.nextInt(number), random.nextInt(number));
    }

    private static boolean chance(Random random, int oneOutOf) {
        return random.nextInt(oneOutOf) == 0;
    }

    /** The same question without a part of it. */
    OracleCase without(Part part) {
        FunnelRules all = rules;
        FunnelRules rest = new FunnelRules(
                all.stages(),
                part == Part.OPTIONAL ? 0 : all.optional(),
                part == Part.SKIP ? 0 : all.skippable(),
                all.order(),
                all.reentry(),
                all.unit(),
                all.entry(),
                all.window(),
                all.stepWindow(),
                part == Part.TIE ? FunnelRules.BY_ARRIVAL : all.tolerance(),
                all.entryFrom(),
                all.entryTo(),
                all.asOf());
        List<Moment> told = part == Part.EXCLUSION
                ? moments.stream().map(Moment::withoutExclusion).toList()
                : moments;
        return new OracleCase(rest, told, held && part != Part.HOLD);
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
