package io.tideline.funnel.result;

import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.Attempt;
import io.tideline.funnel.match.FunnelRules;
import io.tideline.platform.stat.KaplanMeier;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Attempts added up: how many reached each stage and where the others stand; how long it took them and who they are, as far as the question asks for it.
 * An attempt that has not converted is pending while it may still go on at {@code asOf}, and dropped from the end of its window on, or from the moment on that
 * ended it before. A customer who is counted once is pending, at the stage where their best attempt stands, while any entry of theirs may still go on; an entry
 * that they have yet to make opens them again.
 */
final class Tally {
    /** What a tally takes at a stage that nobody has reached. */
    private static final int BYTES_OF_A_STAGE = 400;

    private final FunnelRules rules;
    private final Details details;
    private final long asOf;
    private final int[] reached;
    private final int[] pending;
    private final int[] dropped;
    private final List<Samples> fromPrevious;
    private final List<Samples> fromStart;
    private final List<Leavers> leavers;
    private final Samples convertedAges;
    private final Samples otherAges;
    private int throughout;
    private int converted;
    private int matured;
    private int maturedConverted;

    Tally(FunnelQuery query, Room room) {
        this.rules = query.rules();
        this.details = query.details();
        this.asOf = Micros.of(query.asOf());
        room.take((long) rules.stages() * BYTES_OF_A_STAGE);
        this.reached = new int[rules.stages()];
        this.pending = new int[rules.stages()];
        this.dropped = new int[rules.stages()];
        this.fromPrevious = each(() -> new Samples(room));
        this.fromStart = each(() -> new Samples(room));
        this.leavers = each(() -> new Leavers(room));
        this.convertedAges = new Samples(room);
        this.otherAges = new Samples(room);
    }

    private <T> List<T> each(Supplier<T> made) {
        return IntStream.range(0, rules.stages()).mapToObj(stage -> made.get()).toList();
    }

    /** Adds the attempts that began in the care of the agents and teams asked for. */
    void addAll(CustomerFilter filter, PackedJourney packed, List<Attempt> attempts) {
        for (Attempt attempt : attempts) {
            if (packed.counts(filter, attempt.start())) {
                add(packed.customer(), attempt);
            }
        }
    }

    void add(UUID customer, Attempt attempt) {
        for (int stage = 0; stage < rules.stages(); stage++) {
            if (attempt.reached(stage)) {
                reached[stage]++;
            }
            if (stage > 0 && attempt.wasSeenIn(stage)) {
                addTimes(attempt, stage);
            }
        }
        addOutcome(customer, attempt);
    }

    /** Adds what another of the same question has counted of other customers. */
    void add(Tally other) {
        for (int stage = 0; stage < rules.stages(); stage++) {
            reached[stage] += other.reached[stage];
            pending[stage] += other.pending[stage];
            dropped[stage] += other.dropped[stage];
            fromPrevious.get(stage).addAll(other.fromPrevious.get(stage));
            fromStart.get(stage).addAll(other.fromStart.get(stage));
            leavers.get(stage).addAll(other.leavers.get(stage));
        }
        convertedAges.addAll(other.convertedAges);
        otherAges.addAll(other.otherAges);
        throughout += other.throughout;
        converted += other.converted;
        matured += other.matured;
        maturedConverted += other.maturedConverted;
    }

    private void addTimes(Attempt attempt, int stage) {
        if (details.fromStart()) {
            fromStart.get(stage).add(Micros.seconds(attempt.at(stage) - attempt.start()));
        }
        if (details.fromPrevious()) {
            int previous = previous(stage);
            if (attempt.wasSeenIn(previous)) {
                fromPrevious.get(stage).add(Micros.seconds(attempt.at(stage) - attempt.at(previous)));
            }
        }
    }

    private void addOutcome(UUID customer, Attempt attempt) {
        boolean isPending = !attempt.isConverted() && asOf < attempt.openUntil();
        boolean isMature = !isPending && isOver(attempt.start());
        matured += isMature ? 1 : 0;
        if (attempt.isConverted()) {
            converted++;
            maturedConverted += isMature ? 1 : 0;
            if (details.expected()) {
                convertedAges.add(Micros.seconds(attempt.at(rules.last()) - attempt.start()));
            }
            return;
        }
        int stage = attempt.standsAt();
        (isPending ? pending : dropped)[stage]++;
        if (details.customers()) {
            leavers.get(stage).add(customer, isPending);
        }
        if (details.expected()) {
            addAge(attempt, isPending);
        }
    }

    private boolean isOver(long start) {
        return rules.longest() != FunnelRules.ENDLESS && asOf - start >= rules.longest();
    }

    /** Who has dropped is known not to convert at any later age. */
    private void addAge(Attempt attempt, boolean isPending) {
        if (isPending) {
            otherAges.add(Micros.seconds(asOf - attempt.openSince(asOf)));
        } else {
            throughout++;
        }
    }

    /** The required stage before this one: an optional stage filters nobody. */
    int previous(int stage) {
        int previous = stage - 1;
        while ((rules.optional() >> previous & 1) != 0) {
            previous--;
        }
        return previous;
    }

    FunnelRules rules() {
        return rules;
    }

    int entered() {
        return reached[0];
    }

    int converted() {
        return converted;
    }

    int matured() {
        return matured;
    }

    int maturedConverted() {
        return maturedConverted;
    }

    int reached(int stage) {
        return reached[stage];
    }

    int pending(int stage) {
        return pending[stage];
    }

    int dropped(int stage) {
        return dropped[stage];
    }

    Leavers leavers(int stage) {
        return leavers.get(stage);
    }

    Samples fromPrevious(int stage) {
        return fromPrevious.get(stage);
    }

    Samples fromStart(int stage) {
        return fromStart.get(stage);
    }

    /** How the share of converted grows with age; to be asked for once, since the ages are handed over. */
    KaplanMeier curve() {
        return KaplanMeier.ofMany(convertedAges.drained(), otherAges.drained(), throughout);
    }
}
