package io.tideline.survey.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code judge_parts.sql} says, from parts that are all at hand. */
final class PartsForTests {
    private PartsForTests() {}

    /** Of the figures of which some part is small, and some part with answers is named. */
    static List<SmallParts> of(List<Counted> counted, Collection<String> named, int floor) {
        Map<Integer, List<Counted>> byPeriod = new TreeMap<>();
        counted.forEach(part -> byPeriod.computeIfAbsent(part.period(), period -> new ArrayList<>())
                .add(part));
        List<SmallParts> found = new ArrayList<>();
        byPeriod.forEach((period, parts) -> Figure.SCORES.forEach(figure -> {
            Map<String, Long> answers = new LinkedHashMap<>();
            parts.forEach(part -> answers.put(part.key(), part.answers(figure)));
            boolean answered = named.stream().anyMatch(key -> answers.getOrDefault(key, 0L) > 0);
            SmallParts said = of(period, figure, answers, named, floor);
            if (answered && said.small() > 0) {
                found.add(said);
            }
        }));
        return found;
    }

    /** @param answers by group, in the order of the breakdown, which decides between parts of the same size */
    static SmallParts of(int period, Figure figure, Map<String, Long> answers, Collection<String> named, int floor) {
        List<Map.Entry<String, Long>> small = answers.entrySet().stream()
                .filter(part -> part.getValue() > 0 && part.getValue() < floor)
                .toList();
        Boolean next = answers.entrySet().stream()
                .filter(part -> part.getValue() > 0 && part.getValue() >= floor)
                .min(Comparator.comparingLong(Map.Entry::getValue))
                .map(part -> named.contains(part.getKey()))
                .orElse(null);
        return new SmallParts(
                period,
                figure,
                small.size(),
                small.stream().filter(part -> named.contains(part.getKey())).count(),
                small.stream().mapToLong(Map.Entry::getValue).sum(),
                next);
    }
}
