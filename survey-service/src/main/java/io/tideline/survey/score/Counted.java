package io.tideline.survey.score;

import io.tideline.survey.survey.SurveyType;

/**
 * What was counted in one period and one group.
 *
 * @param period place of the period among those asked for, from 0
 */
record Counted(int period, String key, String label, ScoreCounts scores, DeliveryCounts deliveries) {
    long answers(Figure figure) {
        SurveyType type = figure.type();
        return type == null ? deliveries.answered(figure.name()) : scores.answers(type);
    }

    /** What is left where this must not be shown. */
    Counted without(Figure figure, SmallCellRule.Hiding hiding) {
        SurveyType type = figure.type();
        return type == null
                ? new Counted(period, key, label, scores, deliveries.without(figure.name()))
                : new Counted(period, key, label, scores.without(type, hiding), deliveries);
    }

    /** Where no row was found. */
    static Counted nothing(int period) {
        return new Counted(period, "", "", ScoreCounts.NONE, DeliveryCounts.NONE);
    }
}
