package io.tideline.platform.stat;

import java.util.function.LongPredicate;

/**
 * Successes among {@code drawn} items taken without return from {@code size} items that hold {@code successes}.
 * Weights are built outwards from the most likely count by the ratio of neighbours and normalised at the end,
 * so no factorial is formed and large populations keep their precision.
 */
final class Hypergeometric {
    private static final double ROUNDING = 1 + 1e-7;

    private final long size;
    private final long successes;
    private final long drawn;
    private final long least;
    private final double[] weight;
    private final double total;

    Hypergeometric(long size, long successes, long drawn) {
        if (successes < 0 || drawn < 0 || successes > size || drawn > size) {
            throw new IllegalArgumentException("Cannot draw " + drawn + " of " + size + " holding " + successes);
        }
        this.size = size;
        this.successes = successes;
        this.drawn = drawn;
        this.least = Math.max(0, drawn + successes - size);
        this.weight = new double[Math.toIntExact(Math.min(drawn, successes) - least + 1)];
        fill(mode());
        this.total = sumWhere(k -> true);
    }

    double below(long k) {
        return sumWhere(count -> count < k) / total;
    }

    double above(long k) {
        return sumWhere(count -> count > k) / total;
    }

    double noMoreLikelyThan(long k) {
        double limit = weight[Math.toIntExact(k - least)] * ROUNDING;
        return Math.min(1, sumWhere(count -> weight[(int) (count - least)] <= limit) / total);
    }

    private int mode() {
        double mostLikely = Math.floor((drawn + 1.0) * (successes + 1.0) / (size + 2.0));
        return (int) Math.min(weight.length - 1.0, Math.max(0, mostLikely - least));
    }

    private void fill(int mode) {
        weight[mode] = 1;
        for (int i = mode; i + 1 < weight.length; i++) {
            weight[i + 1] = weight[i] * ratioToNext(least + i);
        }
        for (int i = mode; i > 0; i--) {
            weight[i - 1] = weight[i] / ratioToNext(least + i - 1);
        }
    }

    private double ratioToNext(long k) {
        double more = (double) (successes - k) * (drawn - k);
        double fewer = (k + 1.0) * (size - successes - drawn + k + 1);
        return more / fewer;
    }

    private double sumWhere(LongPredicate counted) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            sum += counted.test(least + i) ? weight[i] : 0;
        }
        return sum;
    }
}
