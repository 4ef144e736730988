package io.tideline.survey.sentiment.training;

import io.tideline.survey.sentiment.Chances;
import io.tideline.survey.sentiment.Kin;
import io.tideline.survey.sentiment.SentimentModel;
import io.tideline.survey.sentiment.Weights;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Learns weights from labelled texts, always the same ones from the same texts: one thread, a fixed seed, and no arithmetic that differs by machine.
 * The confidence is set by a tenth of the texts, read with weights that were learned of the others.
 */
public final class Trainer {
    /** Seed of the order in which texts are shown. */
    public static final long SEED = 20260101;

    private static final int TENTHS = 10;
    private static final int COLDEST = 4;
    private static final int HOTTEST = 60;
    private static final double DEGREE = 0.05;
    private static final double LEAST = 1e-12;

    private Trainer() {}

    /** A table for each kin, of the texts in its languages. */
    public static SentimentModel train(List<LabelledText> texts) {
        Map<Kin, Weights> tables = new EnumMap<>(Kin.class);
        for (Kin kin : Kin.values()) {
            tables.put(kin, train(texts, kin));
        }
        return new SentimentModel(tables);
    }

    private static Weights train(List<LabelledText> texts, Kin kin) {
        List<Example> learn = new ArrayList<>();
        List<Example> held = new ArrayList<>();
        for (LabelledText text : texts) {
            if (text.language().kin() == kin) {
                Example example = new Example(text);
                (LabelledTexts.part("held " + text.id(), TENTHS) == 0 ? held : learn).add(example);
            }
        }
        float temperature = temperature(Descent.run(learn, kin, SEED).weights(1), held);
        learn.addAll(held);
        return Descent.run(learn, kin, SEED).weights(temperature);
    }

    /** The temperature under which what was held out is least surprising; 1 where nothing was. */
    private static float temperature(Weights weights, List<Example> held) {
        float best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int degree = COLDEST; degree <= HOTTEST && !held.isEmpty(); degree++) {
            float temperature = (float) (degree * DEGREE);
            double surprise = held.stream()
                    .mapToDouble(example -> surprise(weights.at(temperature).chances(example.places()), example))
                    .sum();
            if (surprise < least) {
                least = surprise;
                best = temperature;
            }
        }
        return best;
    }

    private static double surprise(Chances chances, Example example) {
        double known = example.sided() ? chances.negative() + chances.positive() : 1;
        return -StrictMath.log(Math.max(LEAST, chances.of(example.feeling()) / known));
    }
}
