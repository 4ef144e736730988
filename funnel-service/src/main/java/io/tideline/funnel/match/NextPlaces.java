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
    private boolean excludes;

    NextPlaces(FunnelRules rules) {
        this.rules = rules;
        this.stages = rules.stages();
    }

    void fill(Journey journey) {
        int size = journey.size();
        excludes = journey.excludesAny();
        if (taking.length < (size + 1) * stages) {
            taking = new int[2 * (size + 1) * stages];
            ending = new int[taking.length];
        }
        Arrays.fill(taking, size * stages, (size + 1) * stages, size);
        Arrays.fill(ending, size * stages, (size + 1) * stages, size);
        for (int at = size - 1; at >= 0; at--) {
            for (int stage = 0; stage < stages; stage++) {
                int place = at * stages + stage;
                taking[place] = (journey.stages(at) >> stage & 1) != 0 ? at : taking[place + stages];
                ending[place] = excludes && journey.ends(at, stage) ? at : ending[place + stages];
            }
        }
    }

    /** The first moment from one on that an attempt could go on with, or be ended by; behind all moments where there is none. */
    int next(int standing, int from) {
        int next = ending[from * stages + standing];
        for (int stage = standing + 1; stage < stages; stage++) {
            if (rules.leads(standing, stage)) {
                next = Math.min(next, taking[from * stages + stage]);
            }
        }
        return next;
    }
}
