package io.tideline.survey.score;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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
        return hidden(answers, floor, part -> false);
    }

    /** @param told whether a part with enough answers must not be shown for another reason */
    static <K> Map<K, Hiding> hidden(Map<K, Long> answers, long floor, Predicate<K> told) {
        Map<K, Hiding> hidden = new LinkedHashMap<>();
        answers.forEach((part, count) -> {
            if (count > 0 && count < floor) {
                hidden.put(part, Hiding.SMALL);
            } else if (count > 0 && told.test(part)) {
                hidden.put(part, Hiding.BESIDE);
            }
        });
        hideBeside(hidden, answers, floor);
        return hidden;
    }

    private static <K> void hideBeside(Map<K, Hiding> hidden, Map<K, Long> answers, long floor) {
        long together = hidden.keySet().stream()
                .mapToLong(part -> answers.getOrDefault(part, 0L))
                .sum();
        List<Map.Entry<K, Long>> others = answers.entrySet().stream()
                .filter(part -> part.getValue() > 0 && !hidden.containsKey(part.getKey()))
                .sorted(Comparator.comparingLong(Map.Entry::getValue))
                .toList();
        for (Map.Entry<K, Long> next : others) {
            if (hidden.isEmpty() || (hidden.size() > 1 && together >= floor)) {
                break;
            }
            hidden.put(next.getKey(), Hiding.BESIDE);
            together += next.getValue();
        }
    }

    /** Whether a part leaves so few of its whole that their answers could be told. A part without an answer leaves the whole as it is. */
    static boolean leavesFew(long whole, long part, long floor) {
        long left = whole - part;
        return part > 0 && left > 0 && left < floor;
    }
}
