package io.tideline.survey.sentiment.training;

import io.tideline.survey.sentiment.Feeling;
import io.tideline.survey.sentiment.Kin;
import io.tideline.survey.sentiment.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Logistic regression by stochastic descent, a step for each text, shorter for places that moved much already. Each place is scaled beforehand by how
 * much it tells the classes apart.
 * <pre>
 * scale = |log((texts of the class with it + 1) / (texts of the class + 2)) - the same of the other texts|
 * step  = rate * slope / √(Σ slope² of this place)                                  slope with a pull of {@link #PULL} to zero
 * </pre>
 * <p>Sources: S. Wang and C. Manning, "Baselines and Bigrams", ACL 2012; J. Duchi et al., "Adaptive Subgradient Methods", JMLR 12 (2011).
 */
final class Descent {
    private static final int ROUNDS = 5;

    /**
     * Of the table with so few texts for so many places that they would be learned by heart. What is taken is the mean of what these rounds came to, which
     * depends less on the order of the texts.
     */
    private static final int ROUNDS_TO_MEAN = 4;

    private static final double RATE = 0.1;
    private static final double PULL = 1e-5;
    private static final double BIAS_RATE = 0.01;
    private static final double NEVER_ZERO = 1e-8;
    private static final int MOST_STEPS = 127;

    private final Kin kin;
    private final int bits;
    private final int outputs;
    private final float[] weight;
    private final float[] scale;
    private final float[] moved;
    private final double[] bias;

    private Descent(List<Example> texts, Kin kin) {
        this.kin = kin;
        this.bits = kin.bits();
        this.outputs = kin.outputs();
        this.weight = new float[outputs << bits];
        this.moved = new float[outputs << bits];
        this.scale = new float[outputs << bits];
        this.bias = new double[outputs];
        for (int output = 0; output < outputs; output++) {
            scale(texts, output);
        }
    }

    static Descent run(List<Example> texts, Kin kin, long seed) {
        Descent descent = new Descent(texts, kin);
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[texts.size()];
        Arrays.setAll(order, place -> place);
        boolean mean = kin == Kin.OTHERS;
        int rounds = mean ? ROUNDS_TO_MEAN : ROUNDS;
        float[] weights = new float[mean ? descent.weight.length : 0];
        double[] biases = new double[mean ? descent.outputs : 0];
        for (int round = 0; round < rounds; round++) {
            shuffle(order, random);
            for (int place : order) {
                descent.learn(texts.get(place));
            }
            for (int place = 0; place < weights.length; place++) {
                weights[place] += descent.weight[place];
            }
            for (int output = 0; output < biases.length; output++) {
                biases[output] += descent.bias[output];
            }
        }
        descent.take(weights, biases, rounds);
        return descent;
    }

    private void take(float[] weights, double[] biases, int rounds) {
        for (int place = 0; place < weights.length; place++) {
            weight[place] = weights[place] / rounds;
        }
        for (int output = 0; output < biases.length; output++) {
            bias[output] = biases[output] / rounds;
        }
    }

    /** In 254 whole steps, from the lowest weight to the highest. */
    Weights weights(float temperature) {
        float highest = 0;
        for (int place = 0; place < weight.length; place++) {
            highest = Math.max(highest, Math.abs(weight[place] * scale[place]));
        }
        float step = highest == 0 ? 1 : highest / MOST_STEPS;
        byte[] table = new byte[weight.length];
        for (int place = 0; place < weight.length; place++) {
            table[place] = (byte) Math.round(weight[place] * scale[place] / step);
        }
        float[] rounded = new float[outputs];
        for (int output = 0; output < outputs; output++) {
            rounded[output] = (float) bias[output];
        }
        return new Weights(kin, step, temperature, rounded, table);
    }

    private void scale(List<Example> texts, int output) {
        int[] of = new int[1 << bits];
        int[] others = new int[1 << bits];
        int textsOf = 0;
        for (Example text : texts) {
            boolean own = text.feeling() == feeling(output);
            textsOf += own ? 1 : 0;
            for (int place : text.places()) {
                (own ? of : others)[place]++;
            }
        }
        for (int place = 0; place < of.length; place++) {
            double share = (of[place] + 1.0) / (textsOf + 2);
            double ofOthers = (others[place] + 1.0) / (texts.size() - textsOf + 2);
            scale[(output << bits) + place] = (float) Math.abs(StrictMath.log(share / ofOthers));
        }
    }

    private Feeling feeling(int output) {
        return outputs == 2 && output == 0 ? Feeling.NEGATIVE : Feeling.POSITIVE;
    }

    private void learn(Example text) {
        double share = 1 / Math.sqrt(Math.max(1, text.places().length));
        double[] probability = probability(text, share);
        for (int output = 0; output < outputs; output++) {
            double miss = probability[output] - (text.feeling() == feeling(output) ? 1 : 0);
            bias[output] -= BIAS_RATE * miss;
            for (int place : text.places()) {
                move((output << bits) + place, miss * share);
            }
        }
    }

    private void move(int at, double miss) {
        double slope = miss * scale[at] + PULL * weight[at];
        moved[at] += (float) (slope * slope);
        weight[at] -= (float) (RATE * slope / Math.sqrt(moved[at] + NEVER_ZERO));
    }

    /** Of each output. Where a text is only known to be of a side, neutral is left out. */
    private double[] probability(Example text, double share) {
        double[] part = new double[outputs];
        double all = outputs == 1 || !text.sided() ? 1 : 0;
        for (int output = 0; output < outputs; output++) {
            double sum = bias[output];
            for (int place : text.places()) {
                int at = (output << bits) + place;
                sum += weight[at] * scale[at] * share;
            }
            part[output] = StrictMath.exp(Math.max(-30, Math.min(30, sum)));
            all += part[output];
        }
        for (int output = 0; output < outputs; output++) {
            part[output] /= all;
        }
        return part;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int left = order.length - 1; left > 0; left--) {
            int other = random.nextInt(left + 1);
            int kept = order[left];
            order[left] = order[other];
            order[other] = kept;
        }
    }
}
