package io.tideline.gateway.monolith;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;

/** Choices that follow from a seed alone. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** True so many times in a hundred. */
    boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From 0 to one below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T one(Collection<T> from) {
        return List.copyOf(from).get(random.nextInt(from.size()));
    }

    /** At least so many of them, in a random order. */
    <T> List<T> some(Collection<T> from, int least) {
        List<T> left = new ArrayList<>(from);
        List<T> some = new ArrayList<>();
        int size = between(Math.min(least, left.size()), left.size());
        while (some.size() < size) {
            some.add(left.remove(random.nextInt(left.size())));
        }
        return some;
    }
}
