package io.tideline.funnel.match;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Where the moments of a journey stand that an attempt could take at a stage, or be ended by at one; met by attempts that begin later and later. */
final class Places {
    private final Journey journey;
    private final int[][] taking;
    private final int[][] ending;
    /** For each stage the first moment of it that the present attempt has not passed, as a place in {@code taking}. */
    private final int[] ahead;

    private final int[] first;

    Places(Journey journey, int stages) {
        this.journey = journey;
        this.taking = new int[stages][];
        this.ending = new int[stages][];
        this.ahead = new int[stages];
        this.first = new int[stages];
        boolean excludes = journey.excludesAny();
        for (int each = 0; each < stages; each++) {
            int stage = each;
            taking[stage] = places(at -> (journey.stages(at) >> stage & 1) != 0);
            ending[stage] = excludes ? places(at -> journey.ends(at, stage)) : new int[0];
        }
    }

    private int[] places(IntPredicate wanted) {
        int[] places = new int[8];
        int size = 0;
        for (int at = 0; at < journey.size(); at++) {
            if (wanted.test(at)) {
                places = size == places.length ? Arrays.copyOf(places, size * 2) : places;
                places[size++] = at;
            }
        }
        return Arrays.copyOf(places, size);
    }

    /** Begins an attempt, no earlier than the one before. */
    void begin(int from) {
        for (int stage = 0; stage < taking.length; stage++) {
            first[stage] = ahead(stage, first[stage], from);
            ahead[stage] = first[stage];
        }
    }

    /** The first moment from one on that matches a missing stage or ends what stands at a stage; behind all moments where there is none. */
    int next(int missing, int standing, int from) {
        int next = journey.size();
        for (int left = missing; left != 0; left &= left - 1) {
            int stage = Integer.numberOfTrailingZeros(left);
            ahead[stage] = ahead(stage, ahead[stage], from);
            if (ahead[stage] < taking[stage].length) {
                next = Math.min(next, taking[stage][ahead[stage]]);
            }
        }
        int found = Arrays.binarySearch(ending[standing], from);
        int place = found >= 0 ? found : -found - 1;
        return place < ending[standing].length ? Math.min(next, ending[standing][place]) : next;
    }

    /** A missing stage has at most as many moments passed as the attempt has taken. */
    private int ahead(int stage, int place, int from) {
        int at = place;
        while (at < taking[stage].length && taking[stage][at] < from) {
            at++;
        }
        return at;
    }
}
