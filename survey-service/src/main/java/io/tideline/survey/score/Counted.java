package io.tideline.survey.score;

/**
 * What was counted in one period and one group.
 *
 * @param period place of the period among those asked for, from 0
 */
record Counted(int period, String key, String label, ScoreCounts scores, DeliveryCounts deliveries) {
    /** Where no row was found. */
    static Counted nothing(int period) {
        return new Counted(period, "", "", ScoreCounts.NONE, DeliveryCounts.NONE);
    }
}
