package io.tideline.funnel.result;

import io.tideline.funnel.match.Journey;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Neighbouring stretches of entry: which of them a customer could have entered in, so that nobody is walked for the others. */
final class EntryParts {
    private final long[] starts;
    private final int entering;

    /** @param parts neighbouring periods in order, of one definition */
    EntryParts(List<FunnelQuery> parts) {
        this.starts = parts.stream()
                .mapToLong(part -> Micros.of(part.period().start()))
                .toArray();
        this.entering = parts.get(0).rules().entering();
    }

    /** The parts that have a moment an attempt could begin with; what lies behind the last part is looked at in vain there. */
    BitSet entered(List<Journey> ways) {
        BitSet entered = new BitSet(starts.length);
        for (Journey way : ways) {
            for (int at = 0; at < way.size(); at++) {
                if ((way.stages(at) & entering) != 0 && way.time(at) >= starts[0]) {
                    int found = Arrays.binarySearch(starts, way.time(at));
                    entered.set(found >= 0 ? found : -found - 2);
                }
            }
        }
        return entered;
    }
}
