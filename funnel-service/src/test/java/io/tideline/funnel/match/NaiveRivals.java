package io.tideline.funnel.match;

import io.tideline.funnel.match.NaiveFunnel.Expected;
import io.tideline.funnel.match.OracleCase.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Attempts of one customer that run side by side, all of them kept. */
final class NaiveRivals {
    private final FunnelRules rules;
    private final List<Moment> log;

    NaiveRivals(FunnelRules rules, List<Moment> log) {
        this.rules = rules;
        this.log = log;
    }

    /** Every entry opens one; a moment goes to the one whose last moment is nearest, in the last stage that any of them waits for. */
    @Nullable
    List<Expected> nearest() {
        List<NaiveChain> running = new ArrayList<>();
        List<NaiveChain> ended = new ArrayList<>();
        for (int place = 0; place < log.size(); place++) {
            int now = place;
            List<NaiveChain> hit = hit(running, now);
            if (NaiveBest.drops(hit, log.get(now))) {
                return null;
            }
            move(running, ended, hit);
            move(
                    running,
                    ended,
                    running.stream().filter(chain -> !chain.isOpenFor(now)).toList());
            Optional<NaiveChain> longer = given(running, now);
            if (longer.isPresent()) {
                running.removeIf(chain -> chain.start() == longer.get().start());
                (longer.get().isConverted() ? ended : running).add(longer.get());
            } else if (hit.isEmpty() && NaiveFunnel.mayStart(rules, log, now)) {
                running.add(NaiveChain.starting(rules, log, now));
            }
        }
        ended.addAll(running);
        return ended.stream()
                .sorted(Comparator.comparing(NaiveChain::start))
                .map(Expected::of)
                .toList();
    }

    private Optional<NaiveChain> given(List<NaiveChain> running, int place) {
        return java.util.stream.IntStream.range(1, rules.stages())
                .map(stage -> rules.stages() - stage)
                .boxed()
                .flatMap(stage -> running.stream()
                        .filter(chain -> chain.mayTake(place, stage))
                        .max(Comparator.comparing(NaiveChain::last))
                        .map(chain -> chain.with(place, stage))
                        .stream())
                .findFirst();
    }

    /** Entries compete, each going every way it can, until the best of all is over; then those that began later and still run compete for the next. */
    @Nullable
    List<Expected> bestOfEach() {
        List<NaiveChain> rivals = new ArrayList<>();
        List<Expected> found = new ArrayList<>();
        for (int place = 0; place < log.size(); place++) {
            int now = place;
            while (!rivals.isEmpty() && !best(rivals).isOpenFor(now)) {
                found.add(Expected.any(NaiveBest.preferred(rivals)));
                rivals = outlasting(rivals, chain -> chain.isOpenFor(now));
            }
            List<NaiveChain> hit = hit(rivals, now);
            if (NaiveBest.drops(hit, log.get(now))) {
                return null;
            }
            if (!hit.isEmpty()) {
                boolean isBestHit = hit.contains(best(rivals));
                NaiveChain best = best(rivals);
                if (isBestHit) {
                    found.add(Expected.any(NaiveBest.preferred(rivals)));
                }
                rivals.removeAll(hit);
                rivals = isBestHit ? later(rivals, best, now) : rivals;
            }
            rivals.removeIf(chain -> log.get(now).hits(chain.furthest()));
            List<NaiveChain> grown = grown(rivals, now);
            if (grown.stream().anyMatch(NaiveChain::isConverted)) {
                found.add(Expected.any(NaiveBest.preferred(
                        grown.stream().filter(NaiveChain::isConverted).toList())));
                rivals = new ArrayList<>();
                continue;
            }
            rivals.addAll(grown);
            if (hit.isEmpty() && NaiveFunnel.mayStart(rules, log, now)) {
                rivals.add(NaiveChain.starting(rules, log, now));
            }
        }
        while (!rivals.isEmpty() && !best(rivals).isOpenAt(rules.asOf() + 1, log.size())) {
            found.add(Expected.any(NaiveBest.preferred(rivals)));
            rivals = outlasting(rivals, chain -> false);
        }
        if (!rivals.isEmpty()) {
            found.add(Expected.any(NaiveBest.preferred(rivals)));
        }
        return found;
    }

    private List<NaiveChain> grown(List<NaiveChain> rivals, int place) {
        List<NaiveChain> grown = new ArrayList<>();
        for (NaiveChain chain : rivals) {
            for (int stage = 1; stage < rules.stages(); stage++) {
                if (chain.mayTake(place, stage)) {
                    grown.add(chain.with(place, stage));
                }
            }
        }
        return grown;
    }

    private static NaiveChain best(List<NaiveChain> rivals) {
        return NaiveBest.preferred(rivals).get(0);
    }

    /** Those that began after the best and were open longer, or still are. */
    private static List<NaiveChain> outlasting(List<NaiveChain> rivals, Predicate<NaiveChain> isOpen) {
        NaiveChain best = best(rivals);
        return new ArrayList<>(rivals.stream()
                .filter(chain -> chain.start() > best.start())
                .filter(chain -> isOpen.test(chain) || chain.closes() > best.closes())
                .toList());
    }

    private List<NaiveChain> later(List<NaiveChain> rivals, NaiveChain than, int place) {
        return new ArrayList<>(rivals.stream()
                .filter(chain -> chain.start() > than.start() && chain.isOpenFor(place))
                .toList());
    }

    private List<NaiveChain> hit(List<NaiveChain> running, int place) {
        return NaiveBest.standing(
                        running.stream().filter(chain -> chain.isOpenFor(place)).toList())
                .filter(chain -> log.get(place).hits(chain.furthest()))
                .toList();
    }

    private static void move(List<NaiveChain> from, List<NaiveChain> to, List<NaiveChain> chains) {
        from.removeAll(chains);
        to.addAll(chains);
    }
}
