package io.tideline.funnel.match;

import java.util.Arrays;

/**
 * From each place of a journey on the next moment of each stage, and the next that ends what stands at a stage, so that attempts that begin everywhere cost
 * as many steps as there are moments and stages. Made for one journey and let go with it: 4 bytes a moment and stage, 8 where anything excludes, are much for
 * the longest of journeys, and each of many questions would keep them until all customers are read.
 */
final class NextPlaces {
    private static final int[] NONE = {};

    private final FunnelRules rules;
    private final int stages;
    private final int behind;
    private final int[] taking;
    /** Empty where nothing excludes. */
    private final int[] ending;

    NextPlaces(FunnelRules rules, Journey journey) {
        this.rules = rules;
        this.stages = rules.stages();
        this.behind = journey.size();
        this.taking = taking(journey);
        this.ending = journey.excludesAny() ? ending(journey) : NONE;
    }

    private int[] taking(Journey journey) {
        int[] next = empty();
        for (int at = behind - 1; at >= 0; at--) {
            int row = at * stages;
            System.arraycopy(next, row + stages, next, row, stages);
            for (int left = journey.stages(at); left != 0; left &= left - 1) {
                next[row + Integer.numberOfTrailingZeros(left)] = at;
            }
        }
        return next;
    }

    private int[] ending(Journey journey) {
        int[] next = empty();
        for (int at = behind - 1; at >= 0; at--) {
            for (int stage = 0; stage < stages; stage++) {
                int place = at * stages + stage;
                next[place] = journey.ends(at, stage) ? at : next[place + stages];
            }
        }
        return next;
    }

    /** A row a moment and one behind them, where nothing follows. */
    private int[] empty() {
        int[] next = new int[(behind + 1) * stages];
        Arrays.fill(next, behind * stages, next.length, behind);
        return next;
    }

    /** The first moment from one on that an attempt could go on with, or be ended by; behind all moments where there is none. */
    int next(int standing, int from) {
        int next = end(standing, from);
        for (int stage = standing + 1; stage < stages; stage++) {
            if (rules.leads(standing, stage)) {
                next = Math.min(next, taking[from * stages + stage]);
            }
        }
        return next;
    }

    /** The first moment from one on that matches a stage of a set or ends what stands at a stage; behind all moments where there is none. */
    int nextOf(int wanted, int standing, int from) {
        int next = end(standing, from);
        for (int left = wanted; left != 0; left &= left - 1) {
            next = Math.min(next, taking[from * stages + Integer.numberOfTrailingZeros(left)]);
        }
        return next;
    }

    private int end(int standing, int from) {
        return ending.length > 0 ? ending[from * stages + standing] : behind;
    }
}
