package io.tideline.survey.score;

import java.util.HashMap;
import java.util.Map;

/**
 * How many stand behind one period of a whole.
 *
 * @param period place of the period among those asked for, from 0
 */
record Cell(int period, Map<Figure, Long> answers) {
    Cell {
        answers = Map.copyOf(answers);
    }

    static Cell of(Counted counted) {
        Map<Figure, Long> answers = new HashMap<>();
        Figure.SCORES.forEach(figure -> answers.put(figure, counted.answers(figure)));
        return new Cell(counted.period(), answers);
    }

    static Cell of(CommentStore.Place place, CommentCounts comments) {
        return new Cell(place.period(), Map.of(Figure.COMMENTS, comments.whole().answers()));
    }

    long of(Figure figure) {
        return answers.getOrDefault(figure, 0L);
    }
}
