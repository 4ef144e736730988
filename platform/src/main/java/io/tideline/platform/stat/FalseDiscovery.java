package io.tideline.platform.stat;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How much of what looks significant among many tests is to be expected by chance.
 * <pre>q(i) = min over j ≥ i of p(j) · m / j     p(1) ≤ … ≤ p(m)</pre>
 * Calling significant what has q below 5 % lets at most 5 % of those calls be false on average.
 * <p>Source: Y. Benjamini and Y. Hochberg, J. R. Statist. Soc. B 57 (1995).
 */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /** The q-value of each probability, in the order given. */
    public static double[] adjusted(double[] probabilities) {
        int count = probabilities.length;
        int[] descending = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparing((Integer test) -> -probabilities[test]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[count];
        double least = 1;
        for (int place = 0; place < count; place++) {
            int test = descending[place];
            least = Math.min(least, probabilities[test] * count / (count - place));
            adjusted[test] = least;
        }
        return adjusted;
    }
}
