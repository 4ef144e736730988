package io.tideline.funnel.match;

import java.util.Arrays;

/**
 * From each place of a journey on the next moment of each stage, and the next that ends what stands at a stage, so that attempts that begin everywhere cost
 * as many steps as there are moments and stages. Made to be filled again for the next customer.
 */
final class NextPlaces {
    private final FunnelRules rules;
    private final int stages;
    private int[] taking = new int[0];
    private int[] ending = new int[0];
    private int behind;
    private boolean excludes;

    NextPlaces(FunnelRules rules) {
        this.rules = rules;
        this.stages = rules.stages();
    }

    void fill(Journey journey) {
        behind = journey.size();
        excludes = journey.excludesAny();
        taking = emptied(taking);
        for (int at = behind - 1; at >= 0; at--) {
            int row = at * stages;
            System.arraycopy(taking, row + stages, taking, row, stages);
            for (int left = journey.stages(at); left != 0; left &= left - 1) {
                taking[row + Integer.numberOfTrailingZeros(left)] = at;
            }
        }
        if (excludes) {
            fillEnding(journey);
        }
    }

    private void fillEnding(Journey journey) {
        ending = emptied(ending);
        for (int at = behind - 1; at >= 0; at--) {
            for (int stage = 0; stage < stages; stage++) {
                int place = at * stages + stage;
                ending[place] = journey.ends(at, stage) ? at : ending[place + stages];
            }
        }
    }

    /** Room for a row a moment and one behind them, where nothing follows. */
    private int[] emptied(int[] places) {
        int length = (behind + 1) * stages;
        int[] emptied = places.length < length ? new int[length + length / 4] : places;
        Arrays.fill(emptied, behind * stages, length, behind);
        return emptied;
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
        return excludes ? ending[from * stages + standing] : behind;
    }
}
