package io.tideline.local.demo;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Randomness that repeats itself: a stream per organisation and topic, so that a new topic moves no other. The normal deviates come from the
 * polar method with {@link StrictMath}, whose results do not depend on the machine.
 */
final class Chance {
    private final SplittableRandom random;

    Chance(Company company, String topic) {
        this.random = new SplittableRandom(company.tenant().hashCode() * 1_000_003L + topic.hashCode());
    }

    /** True with the given probability. */
    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    double fraction() {
        return random.nextDouble();
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of the values, each as likely as its weight says. */
    <T> T one(List<T> values, ToDoubleFunction<T> weight) {
        double at = random.nextDouble() * values.stream().mapToDouble(weight).sum();
        for (T value : values) {
            at -= weight.applyAsDouble(value);
            if (at < 0) {
                return value;
            }
        }
        return values.get(values.size() - 1);
    }

    /** A log-normal deviate: half of all lie below the median, and a few far above it. */
    double around(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /** A log-normal time of at least a minute, in whole seconds. */
    Duration delay(Duration median, double sigma) {
        double seconds = around(median.toSeconds(), sigma);
        return Duration.ofSeconds(Math.max(60, Math.round(seconds)));
    }

    private double normal() {
        double x;
        double square;
        do {
            x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    }
}
