package io.tideline.funnel.match;

import io.tideline.funnel.match.NaiveFunnel.Expected;
import io.tideline.funnel.match.OracleCase.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The best of all attempts of a customer: the furthest; of conversions the first to complete, then the latest start. */
final class NaiveBest {
    private static final Comparator<NaiveChain> PREFERENCE = Comparator.comparing(
                    (NaiveChain chain) -> -chain.furthest())
            .thenComparing(chain -> chain.isConverted() ? chain.last() : 0)
            .thenComparing(chain -> -chain.start())
            .thenComparing(chain -> -chain.anchor())
            .thenComparing(chain -> -chain.last());

    private final FunnelRules rules;
    private final List<Moment> log;

    NaiveBest(FunnelRules rules, List<Moment> log) {
        this.rules = rules;
        this.log = log;
    }

    @Nullable
    List<Expected> best() {
        List<NaiveChain> chains = new ArrayList<>();
        for (int place = 0; place < log.size(); place++) {
            List<NaiveChain> hit = hit(chains, place);
            if (!isOver(chains, place) && drops(hit, log.get(place))) {
                return null;
            }
            if (hit.isEmpty() && NaiveFunnel.mayStart(rules, log, place)) {
                chains.addAll(NaiveChain.starting(rules, log, place).all());
            }
        }
        return chains.isEmpty() ? List.of() : List.of(Expected.any(preferred(chains)));
    }

    /** Those that are open at a place, where their attempt stands, and excluded by what happens there. */
    private List<NaiveChain> hit(List<NaiveChain> chains, int place) {
        return standing(chains.stream()
                        .filter(chain -> chain.last() < place && !chain.isConverted())
                        .filter(chain -> chain.survivesUntil(place) && chain.isOpenFor(place))
                        .toList())
                .filter(chain -> log.get(place).hits(chain.furthest()))
                .toList();
    }

    /** Of the ways of each attempt those that got furthest: it stands there. */
    static Stream<NaiveChain> standing(List<NaiveChain> open) {
        return open.stream().filter(chain -> open.stream()
                .noneMatch(other -> other.start() == chain.start() && other.furthest() > chain.furthest()));
    }

    private static boolean isOver(List<NaiveChain> chains, int place) {
        return chains.stream().anyMatch(chain -> chain.isConverted() && chain.last() < place);
    }

    static boolean drops(List<NaiveChain> hit, Moment moment) {
        return hit.stream().anyMatch(chain -> (moment.drops() >> chain.furthest() & 1) != 0);
    }

    /** All that stand first. */
    static List<NaiveChain> preferred(List<NaiveChain> chains) {
        NaiveChain first = chains.stream().min(PREFERENCE).orElseThrow();
        return chains.stream()
                .filter(chain -> PREFERENCE.compare(chain, first) == 0)
                .toList();
    }
}
