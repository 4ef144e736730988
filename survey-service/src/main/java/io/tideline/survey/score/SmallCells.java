package io.tideline.survey.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Takes out of counts what {@link SmallCellRule} does not let be shown: of each {@link Figure} by itself. */
final class SmallCells {
    private SmallCells() {}

    /**
     * The parts of one whole, in their order.
     *
     * @param hides what must not be shown for another reason, by period and figure
     */
    static List<Counted> shown(List<Counted> parts, int floor, BiPredicate<Integer, Figure> hides) {
        if (floor <= 0) {
            return parts;
        }
        List<Counted> left = new ArrayList<>(parts);
        for (Figure figure : Figure.SCORES) {
            Map<Integer, Long> answers = new LinkedHashMap<>();
            for (int place = 0; place < parts.size(); place++) {
                answers.put(place, parts.get(place).answers(figure));
            }
            SmallCellRule.hidden(
                            answers, floor, place -> hides.test(parts.get(place).period(), figure))
                    .forEach((place, hiding) -> left.set(place, left.get(place).without(figure, hiding)));
        }
        return left;
    }

    /** The same of comments and texts, by the answers they come from: who answers several questions is one person still. */
    static Map<CommentStore.Place, CommentCounts> shownComments(
            Map<CommentStore.Place, CommentCounts> parts, int floor, BiPredicate<Integer, Figure> hides) {
        if (floor <= 0) {
            return parts;
        }
        Map<CommentStore.Place, Long> answers = new LinkedHashMap<>();
        parts.forEach((part, counts) -> answers.put(part, counts.whole().answers()));
        Map<CommentStore.Place, CommentCounts> left = new HashMap<>(parts);
        SmallCellRule.hidden(answers, floor, part -> hides.test(part.period(), Figure.COMMENTS))
                .keySet()
                .forEach(part -> left.computeIfPresent(part, (key, counts) -> counts.unseen()));
        return left;
    }
}
