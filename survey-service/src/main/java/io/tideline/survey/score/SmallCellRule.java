package io.tideline.survey.score;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the parts of a whole must not be shown, because so few people stand behind one that their answers could be told.
 * <pre>
 * SMALL    0 < answers < floor
 * BESIDE   the next smallest, until two at least are hidden and together reach the floor: what is left of the total then tells nobody's answer
 * </pre>
 * Parts without an answer give nothing away and are shown.
 */
final class SmallCellRule {
    private SmallCellRule() {}

    enum Hiding {
        SMALL,
        BESIDE
    }

    /** @param answers by part */
    static <K> Map<K, Hiding> hidden(Map<K, Long> answers, long floor) {
        Map<K, Hiding> hidden = new LinkedHashMap<>();
        answers.forEach((part, count) -> {
            if (count > 0 && count < floor) {
                hidden.put(part, Hiding.SMALL);
            }
        });
        long together = hidden.keySet().stream()
                .mapToLong(part -> answers.getOrDefault(part, 0L))
                .sum();
        List<Map.Entry<K, Long>> others = answers.entrySet().stream()
                .filter(part -> part.getValue() >= floor && part.getValue() > 0)
                .sorted(Comparator.comparingLong(Map.Entry::getValue))
                .toList();
        for (Map.Entry<K, Long> next : others) {
            if (hidden.isEmpty() || (hidden.size() > 1 && together >= floor)) {
                break;
            }
            hidden.put(next.getKey(), Hiding.BESIDE);
            together += next.getValue();
        }
        return hidden;
    }
}
