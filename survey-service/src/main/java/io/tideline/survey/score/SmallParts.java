package io.tideline.survey.score;

import org.jspecify.annotations.Nullable;

/**
 * What {@link SmallCellRule} needs to know of the parts of one whole, in one period, to say whether a segment takes some of the hidden ones and leaves others.
 *
 * @param period place of the period among those asked for, from 0
 * @param small parts with 1 to floor - 1 answers, all of which are hidden
 * @param named those of them that the segment names
 * @param answers of the small parts together
 * @param next whether the segment names the smallest of the other parts; null where there is none
 */
record SmallParts(int period, Figure figure, long small, long named, long answers, @Nullable Boolean next) {
    /**
     * Whether the segment takes some of the parts that are hidden and leaves others. The hidden ones together are known, the total without those that
     * are shown; a segment of some of them would tell the rest. One part beside the small ones is hidden at most, since it reaches the floor by itself.
     */
    boolean splits(int floor) {
        boolean beside = next != null && small > 0 && (small == 1 || answers < floor);
        boolean takes = named > 0 || (beside && Boolean.TRUE.equals(next));
        boolean leaves = named < small || (beside && Boolean.FALSE.equals(next));
        return takes && leaves;
    }
}
