package io.tideline.survey.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.CellBudget;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.time.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SV-22: from all that is shown, nothing that is hidden can be computed. */
class SegmentGuardTest {
    private static final int FLOOR = 5;
    private static final int TABLES = 400;
    private static final Figure FIGURE = Figure.SCORES.get(0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tellsNoHiddenPartByAnyDifferenceOfTotalBreakdownAndSegments(long seed) {
        Random random = new Random(seed);
        for (int table = 0; table < TABLES; table++) {
            Map<String, Long> answers = answers(random);
            Set<String> hidden = SmallCellRule.hidden(answers, FLOOR).keySet();
            List<Set<String>> shown = shown(answers, hidden);
            for (String part : hidden) {
                assertThat(tells(shown, part, answers))
                        .as("%s of %s by %s", part, answers, shown)
                        .isFalse();
            }
            for (Set<String> segment : subsets(answers.keySet())) {
                boolean open = segment.stream().noneMatch(hidden::contains) || segment.containsAll(hidden);
                assertThat(hides(answers, segment))
                        .as("%s of %s", segment, answers)
                        .isEqualTo(!open);
            }
        }
    }

    @Test
    void hidesWhatTheBreakdownHidesBesideASmallPart() {
        Map<String, Long> answers = Map.of("DE", 30L, "FR", 3L, "US", 8L);

        assertThat(hides(answers, Set.of("US"))).isTrue();
        assertThat(hides(answers, Set.of("DE", "US"))).isTrue();
        assertThat(hides(answers, Set.of("DE"))).isFalse();
        assertThat(hides(answers, Set.of("FR", "US"))).isFalse();
    }

    @Test
    void hidesPartsOfAHiddenMarketAlsoWhereTheirOwnWholeIsLarge() {
        SegmentGuard.Reader reader = parts((lens, dimension) -> {
            boolean english = lens.segment().values().containsKey(Dimension.LANGUAGE);
            return dimension == Dimension.LANGUAGE
                    ? Map.of("en", 20L, "fr", 20L)
                    : english ? Map.of("DE", 20L, "US", 20L) : Map.of("DE", 80L, "FR", 3L, "US", 40L);
        });

        assertThat(hides(segment(Map.of(Dimension.MARKET, List.of("US"), Dimension.LANGUAGE, List.of("en"))), reader))
                .isTrue();
        assertThat(hides(segment(Map.of(Dimension.MARKET, List.of("DE"), Dimension.LANGUAGE, List.of("en"))), reader))
                .isFalse();
    }

    @Test
    void hidesCustomersWithATagWhereFewAreWithoutIt() {
        Segment tagged = new Segment(Map.of(), List.of("vip"), null, null, null);

        assertThat(hides(tagged, tagged(38, 41))).isTrue();
        assertThat(hides(tagged, tagged(36, 41))).isFalse();
        assertThat(hides(tagged, tagged(41, 41))).isFalse();
    }

    @Test
    void readsNothingWhereNothingIsNamed() {
        SegmentGuard.Reader reader = parts((lens, dimension) -> {
            throw new AssertionError("A whole was read.");
        });

        assertThat(hides(segment(Map.of()), reader)).isFalse();
    }

    /** At least the floor together: the organisation as a whole has none. */
    private static Map<String, Long> answers(Random random) {
        Map<String, Long> answers = new TreeMap<>();
        int markets = 2 + random.nextInt(4);
        for (int market = 0; market < markets; market++) {
            answers.put("m" + market, (long) random.nextInt(random.nextBoolean() ? 6 : 15));
        }
        answers.merge("m0", (long) FLOOR, Long::sum);
        return answers;
    }

    private static List<Set<String>> shown(Map<String, Long> answers, Set<String> hidden) {
        List<Set<String>> shown = new ArrayList<>();
        shown.add(answers.keySet());
        answers.keySet().stream().filter(part -> !hidden.contains(part)).forEach(part -> shown.add(Set.of(part)));
        for (Set<String> segment : subsets(answers.keySet())) {
            long all = segment.stream().mapToLong(answers::get).sum();
            if ((all == 0 || all >= FLOOR) && !hides(answers, segment)) {
                shown.add(segment);
            }
        }
        return shown;
    }

    private static List<Set<String>> subsets(Set<String> parts) {
        List<Set<String>> subsets = new ArrayList<>(List.of(Set.of()));
        for (String part : parts) {
            for (Set<String> known : List.copyOf(subsets)) {
                Set<String> larger = new TreeSet<>(known);
                larger.add(part);
                subsets.add(larger);
            }
        }
        return subsets;
    }

    /** Whether a part is a sum of multiples of what is shown: then the rows have the same rank with it as without. */
    private static boolean tells(List<Set<String>> shown, String part, Map<String, Long> answers) {
        List<Set<String>> with = new ArrayList<>(shown);
        with.add(Set.of(part));
        return rank(shown, answers) == rank(with, answers);
    }

    private static int rank(List<Set<String>> sums, Map<String, Long> answers) {
        List<String> parts = answers.keySet().stream()
                .filter(part -> answers.getOrDefault(part, 0L) > 0)
                .toList();
        List<double[]> rows = new ArrayList<>();
        sums.forEach(sum -> rows.add(
                parts.stream().mapToDouble(part -> sum.contains(part) ? 1 : 0).toArray()));
        int rank = 0;
        for (int column = 0; column < parts.size(); column++) {
            int at = column;
            var pivot = rows.stream().filter(row -> Math.abs(row[at]) > 1e-9).findFirst();
            if (pivot.isPresent()) {
                rank++;
                rows.remove(pivot.get());
                rows.forEach(row -> takeAway(row, pivot.get(), at));
            }
        }
        return rank;
    }

    private static void takeAway(double[] row, double[] pivot, int column) {
        double times = row[column] / pivot[column];
        for (int at = 0; at < row.length; at++) {
            row[at] -= times * pivot[at];
        }
    }

    private static boolean hides(Map<String, Long> answers, Set<String> markets) {
        return hides(segment(Map.of(Dimension.MARKET, List.copyOf(markets))), parts((lens, dimension) -> answers));
    }

    private static boolean hides(Segment segment, SegmentGuard.Reader reader) {
        Period month = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1), ZoneOffset.UTC);
        Lens lens = new Lens("t", month, segment, AnswerMode.ALL_RESPONSES, FLOOR, new CellBudget());
        return SegmentGuard.hides(lens, reader)
                .await()
                .atMost(Duration.ofSeconds(5))
                .test(0, FIGURE);
    }

    private static Segment segment(Map<Dimension, List<String>> values) {
        return new Segment(values, null, null, null, null);
    }

    private static SegmentGuard.Reader tagged(long part, long whole) {
        return reader(lens -> lens.segment().tags() == null ? whole : part, (lens, dimension) -> {
            throw new AssertionError("Tags part nobody.");
        });
    }

    private static SegmentGuard.Reader parts(BiFunction<Lens, Dimension, Map<String, Long>> parts) {
        return reader(
                lens -> {
                    throw new AssertionError("Groups are judged by groups.");
                },
                parts);
    }

    private static SegmentGuard.Reader reader(
            ToLongFunction<Lens> all, BiFunction<Lens, Dimension, Map<String, Long>> parts) {
        return new SegmentGuard.Reader() {
            @Override
            public Uni<List<Cell>> all(Lens lens) {
                return Uni.createFrom().item(List.of(new Cell(0, Map.of(FIGURE, all.applyAsLong(lens)))));
            }

            @Override
            public Uni<List<SmallParts>> parts(Lens whole, Dimension dimension, List<String> named) {
                Map<String, Long> answers = new TreeMap<>(parts.apply(whole, dimension));
                return Uni.createFrom()
                        .item(List.of(PartsForTests.of(0, FIGURE, answers, Set.copyOf(named), whole.floor())));
            }
        };
    }
}
