package io.tideline.survey.sentiment.training;

import io.tideline.survey.sentiment.Feeling;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often a feeling was taken for which.
 * <pre>
 * accuracy   right / all
 * macro-F1   mean over the classes that occur of 2 * right / (taken for it + of it)
 * </pre>
 */
final class Tally {
    private final Map<Feeling, Integer> is = new EnumMap<>(Feeling.class);
    private final Map<Feeling, Integer> taken = new EnumMap<>(Feeling.class);
    private final Map<Feeling, Integer> right = new EnumMap<>(Feeling.class);

    void add(Feeling feeling, Feeling takenFor) {
        is.merge(feeling, 1, Integer::sum);
        taken.merge(takenFor, 1, Integer::sum);
        if (feeling == takenFor) {
            right.merge(feeling, 1, Integer::sum);
        }
    }

    int texts() {
        return is.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** 0 to 1; not a number of nothing. */
    double accuracy() {
        return (double) right.values().stream().mapToInt(Integer::intValue).sum() / texts();
    }

    /** 0 to 1; not a number of nothing. */
    double macroF1() {
        double sum = 0;
        for (Map.Entry<Feeling, Integer> known : is.entrySet()) {
            Feeling feeling = known.getKey();
            sum += 2.0 * right.getOrDefault(feeling, 0) / (known.getValue() + taken.getOrDefault(feeling, 0));
        }
        return sum / is.size();
    }
}
