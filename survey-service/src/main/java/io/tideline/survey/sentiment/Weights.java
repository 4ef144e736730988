package io.tideline.survey.sentiment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A linear reading of places: each adds its weight, divided by the root of how many there are, and the sums become probabilities.
 * <pre>
 * two sides      P(positive) = 1 / (1 + exp(-s / T))                                    one weight a place
 * three classes  P(c) = exp(s_c / T) / Σ exp(s_k / T), s of neutral = 0                 two weights a place: negative, positive
 * </pre>
 * T is the temperature that made the confidence honest on texts that were held out. Weights are kept in whole steps of {@code step}.
 */
public final class Weights {
    private final Kin kin;
    private final float step;
    private final float temperature;
    private final float[] bias;
    private final byte[] table;

    /** @param table in steps, output by output */
    public Weights(Kin kin, float step, float temperature, float[] bias, byte[] table) {
        this.kin = kin;
        this.step = step;
        this.temperature = temperature;
        this.bias = bias.clone();
        this.table = table;
    }

    /** The same with another temperature. */
    public Weights at(float otherTemperature) {
        return new Weights(kin, step, otherTemperature, bias, table);
    }

    public Chances chances(int[] places) {
        double share = step / Math.sqrt(Math.max(1, places.length));
        double[] sums = new double[kin.outputs()];
        for (int output = 0; output < sums.length; output++) {
            long steps = 0;
            for (int place : places) {
                steps += table[(output << kin.bits()) + place];
            }
            sums[output] = (bias[output] + steps * share) / temperature;
        }
        return sums.length == 1 ? ofSides(sums[0]) : ofClasses(sums[0], sums[1]);
    }

    private static Chances ofSides(double sum) {
        double positive = 1 / (1 + StrictMath.exp(-sum));
        return new Chances(1 - positive, 0, positive);
    }

    private static Chances ofClasses(double negative, double positive) {
        double most = Math.max(0, Math.max(negative, positive));
        double bad = StrictMath.exp(negative - most);
        double neither = StrictMath.exp(-most);
        double good = StrictMath.exp(positive - most);
        double all = bad + neither + good;
        return new Chances(bad / all, neither / all, good / all);
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeFloat(step);
        out.writeFloat(temperature);
        for (float one : bias) {
            out.writeFloat(one);
        }
        out.write(table);
    }

    static Weights read(Kin kin, DataInputStream in) throws IOException {
        float step = in.readFloat();
        float temperature = in.readFloat();
        float[] bias = new float[kin.outputs()];
        for (int output = 0; output < bias.length; output++) {
            bias[output] = in.readFloat();
        }
        return new Weights(kin, step, temperature, bias, in.readNBytes(kin.outputs() << kin.bits()));
    }
}
