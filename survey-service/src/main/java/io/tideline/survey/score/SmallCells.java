package io.tideline.survey.score;

import io.tideline.survey.survey.SurveyType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Takes out of counts what {@link SmallCellRule} does not let be shown: of each type of survey, of each rate and of comments by themselves. */
final class SmallCells {
    private SmallCells() {}

    /** The parts of one whole, in their order. */
    static List<Counted> shown(List<Counted> parts, int floor) {
        if (floor <= 0) {
            return parts;
        }
        List<Map<SurveyType, SmallCellRule.Hiding>> scores = new ArrayList<>();
        parts.forEach(part -> scores.add(new EnumMap<>(SurveyType.class)));
        for (SurveyType type : SurveyType.values()) {
            hidden(parts, part -> part.scores().answers(type), floor)
                    .forEach((place, hiding) -> scores.get(place).put(type, hiding));
        }
        var sent = hidden(parts, part -> part.deliveries().sentAnswered(), floor);
        var shown = hidden(parts, part -> part.deliveries().shownAnswered(), floor);
        var started = hidden(parts, part -> part.deliveries().startedAnswered(), floor);
        List<Counted> left = new ArrayList<>();
        for (int place = 0; place < parts.size(); place++) {
            Counted part = parts.get(place);
            DeliveryCounts deliveries = part.deliveries()
                    .without(sent.containsKey(place), shown.containsKey(place), started.containsKey(place));
            left.add(new Counted(
                    part.period(), part.key(), part.label(), part.scores().without(scores.get(place)), deliveries));
        }
        return left;
    }

    /** The same of comments and texts, by the answers they come from: who answers several questions is one person still. */
    static <K> Map<K, CommentCounts> shownComments(Map<K, CommentCounts> parts, int floor) {
        Map<K, Long> answers = new LinkedHashMap<>();
        parts.forEach((part, counts) -> answers.put(part, counts.whole().answers()));
        Map<K, SmallCellRule.Hiding> hidden = SmallCellRule.hidden(answers, floor);
        Map<K, CommentCounts> left = new HashMap<>(parts);
        hidden.keySet().forEach(part -> left.computeIfPresent(part, (key, counts) -> counts.unseen()));
        return left;
    }

    private static Map<Integer, SmallCellRule.Hiding> hidden(
            List<Counted> parts, ToLongFunction<Counted> answers, int floor) {
        Map<Integer, Long> byPlace = new LinkedHashMap<>();
        for (int place = 0; place < parts.size(); place++) {
            byPlace.put(place, answers.applyAsLong(parts.get(place)));
        }
        return SmallCellRule.hidden(byPlace, floor);
    }
}
