package io.tideline.survey.sentiment.training;

import io.tideline.survey.sentiment.Feeling;
import io.tideline.survey.sentiment.Opinions;
import io.tideline.survey.sentiment.SentimentModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Measures the shipped weights, and ones learned anew of every set, on the texts that neither learned from. */
public final class SentimentBench {
    private static final int BANDS = 10;

    private final PrintStream out;

    private SentimentBench(PrintStream out) {
        this.out = out;
    }

    /** @param arguments the folder of the labelled texts */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Name the folder of the labelled texts.");
        }
        new SentimentBench(System.out).run(LabelledTexts.read(Path.of(arguments[0])));
    }

    private void run(LabelledTexts texts) {
        out.printf(
                "%d texts to learn from, %d to measure on, none on both sides%n",
                texts.learn().size(), texts.measure().size());
        out.println("set                       lang  texts  classes | shipped acc  F1    | learned anew acc  F1");
        SentimentModel shipped = SentimentModel.shipped();
        Map<String, Tally> before = measure(texts.measure(), shipped);
        Map<String, Tally> anew = new LinkedHashMap<>(measure(texts.measure(), Trainer.train(texts.learn())));
        LabelledTexts.NON_COMMERCIAL.forEach(set -> {
            LabelledTexts alone = texts.only(text -> text.set().equals(set));
            anew.putAll(measure(alone.measure(), Trainer.train(alone.learn())));
        });
        before.forEach((name, tally) -> line(name, tally, anew.getOrDefault(name, tally)));
        out.printf(
                "sets marked non-commercial (%s) are not in the shipped weights; anew they are learned alone%n",
                String.join(", ", LabelledTexts.NON_COMMERCIAL));
        with(texts.measure(), shipped);
    }

    private void line(String name, Tally shipped, Tally anew) {
        out.printf(
                Locale.ROOT,
                "%-42s | %.4f %.4f | %.4f %.4f%n",
                name,
                shipped.accuracy(),
                shipped.macroF1(),
                anew.accuracy(),
                anew.macroF1());
    }

    /** By set and together by language and kind of labels. A text of a set without neutral ones is taken for the likelier side. */
    static Map<String, Tally> measure(List<LabelledText> texts, SentimentModel model) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (LabelledText text : texts) {
            model.chances(text.text(), text.language()).ifPresent(chances -> {
                String kind =
                        String.format(Locale.ROOT, " %s %s", text.language().tag(), text.sided() ? "2" : "3");
                for (String set : List.of(text.set(), "all")) {
                    tallies.computeIfAbsent(set + kind, name -> new Tally())
                            .add(text.feeling(), text.sided() ? chances.side() : chances.likeliest());
                }
            });
        }
        return tallies;
    }

    /** What readers of comments see: the language found, clauses weighed, neutral where undecided. */
    private void with(List<LabelledText> texts, SentimentModel shipped) {
        Opinions opinions = new Opinions(shipped);
        out.println(
                "as comments are read (language found, clauses weighed): share read, share neutral, accuracy of those on a side, |confidence - right|");
        Map<String, List<LabelledText>> sets = texts.stream()
                .filter(LabelledText::sided)
                .collect(Collectors.groupingBy(LabelledText::set, TreeMap::new, Collectors.toList()));
        sets.forEach((set, own) -> read(set, own, opinions));
        out.println("weights " + shipped.version());
    }

    private void read(String set, List<LabelledText> texts, Opinions opinions) {
        int read = 0;
        int neutral = 0;
        Tally sides = new Tally();
        double[][] bands = new double[BANDS + 1][3];
        for (LabelledText text : texts) {
            var opinion = opinions.of(text.text(), null);
            if (opinion.isPresent()) {
                read++;
                Feeling taken = opinion.get().feeling();
                if (taken == Feeling.NEUTRAL) {
                    neutral++;
                } else {
                    sides.add(text.feeling(), taken);
                    double[] band = bands[(int) (opinion.get().confidence() * BANDS)];
                    band[0]++;
                    band[1] += opinion.get().confidence();
                    band[2] += taken == text.feeling() ? 1 : 0;
                }
            }
        }
        out.printf(
                Locale.ROOT,
                "%-26s %.3f %.3f %.4f %.3f%n",
                set,
                (double) read / texts.size(),
                (double) neutral / texts.size(),
                sides.accuracy(),
                gap(bands));
    }

    /** Expected calibration error: how far confidence and share of right ones lie apart, in bands of a tenth. */
    private static double gap(double[][] bands) {
        double texts = 0;
        double apart = 0;
        for (double[] band : bands) {
            texts += band[0];
            apart += Math.abs(band[1] - band[2]);
        }
        return apart / texts;
    }
}
