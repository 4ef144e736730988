package io.tideline.funnel.journey;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which moments are wanted; times are microseconds since 1970.
 *
 * @param to last instant wanted, inclusive
 */
public record MomentFilter(Names names, long from, long to, @Nullable Integer fromTheBeginning) {
    static final MomentFilter ALL = new MomentFilter(new Names(null), Long.MIN_VALUE, Long.MAX_VALUE, null);

    /** Numbers of names, or all of them. */
    public static final class Names {
        private final int @Nullable [] sorted;

        public Names(@Nullable Collection<Integer> wanted) {
            this.sorted = wanted == null
                    ? null
                    : wanted.stream().mapToInt(Integer::intValue).sorted().toArray();
        }

        boolean has(int name) {
            return sorted == null || Arrays.binarySearch(sorted, name) >= 0;
        }
    }

    boolean wants(long time, int name) {
        return wantsAt(time, name) && names.has(name);
    }

    /** Whether a moment of a name that is wanted happened at a time that is. */
    boolean wantsAt(long time, int name) {
        return time <= to && (time >= from || (fromTheBeginning != null && fromTheBeginning == name));
    }
}
