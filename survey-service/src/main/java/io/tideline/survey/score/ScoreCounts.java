package io.tideline.survey.score;

import io.tideline.survey.survey.SurveyType;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Counted answers by type and score: what every score is computed from, and the only thing that is ever pooled.
 *
 * @param byType per type its scores, lowest first
 * @param hidden types that were answered and must not be shown
 */
public record ScoreCounts(Map<SurveyType, List<Count>> byType, Map<SurveyType, SmallCellRule.Hiding> hidden) {
    public static final ScoreCounts NONE = new ScoreCounts(Map.of());

    /**
     * @param answers answers that gave this score
     * @param accounts the same, each customer's answers weighing one together; null where they were counted without weights
     */
    public record Count(int score, long answers, @Nullable BigDecimal accounts) {}

    public ScoreCounts {
        Map<SurveyType, List<Count>> sorted = new EnumMap<>(SurveyType.class);
        byType.forEach((type, counts) -> sorted.put(
                type,
                counts.stream().sorted(Comparator.comparingInt(Count::score)).toList()));
        byType = sorted;
        hidden = hidden.isEmpty() ? Map.of() : new EnumMap<>(hidden);
    }

    ScoreCounts(Map<SurveyType, List<Count>> byType) {
        this(byType, Map.of());
    }

    /** What is left where this must not be shown. */
    ScoreCounts without(SurveyType type, SmallCellRule.Hiding hiding) {
        Map<SurveyType, List<Count>> left = new EnumMap<>(SurveyType.class);
        left.putAll(byType);
        left.remove(type);
        Map<SurveyType, SmallCellRule.Hiding> unseen = new EnumMap<>(SurveyType.class);
        unseen.putAll(hidden);
        unseen.put(type, hiding);
        return new ScoreCounts(left, unseen);
    }

    boolean isHidden(SurveyType type) {
        return hidden.containsKey(type);
    }

    /** Counts by score of one type, each answer of a customer of its own. */
    public static ScoreCounts of(SurveyType type, Map<Integer, Long> answers) {
        return new ScoreCounts(Map.of(
                type,
                answers.entrySet().stream()
                        .map(count -> new Count(count.getKey(), count.getValue(), BigDecimal.valueOf(count.getValue())))
                        .toList()));
    }

    /** Types that anybody answered. */
    public Set<SurveyType> types() {
        Set<SurveyType> types = EnumSet.noneOf(SurveyType.class);
        types.addAll(byType.keySet());
        return types;
    }

    /** Types that anybody answered, also those that must not be shown. */
    Set<SurveyType> answered() {
        Set<SurveyType> types = types();
        types.addAll(hidden.keySet());
        return types;
    }

    List<Count> of(SurveyType type) {
        return byType.getOrDefault(type, List.of());
    }

    long answers(SurveyType type) {
        return answers(type, score -> true);
    }

    long answers(SurveyType type, IntPredicate scores) {
        return of(type).stream()
                .filter(count -> scores.test(count.score()))
                .mapToLong(Count::answers)
                .sum();
    }

    BigDecimal accounts(SurveyType type, IntPredicate scores) {
        return of(type).stream()
                .filter(count -> scores.test(count.score()))
                .map(count -> Objects.requireNonNull(count.accounts()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Every score of the scale with its answers, those nobody gave included. */
    Map<Integer, Long> distribution(SurveyType type) {
        Map<Integer, Long> all = new TreeMap<>();
        for (int score = type.lowest(); score <= type.highest(); score++) {
            all.put(score, 0L);
        }
        of(type).forEach(count -> all.merge(count.score(), count.answers(), Long::sum));
        return all;
    }
}
