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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Measures the shipped weights, and ones learned anew of every set, on the texts that neither learned from. */
public final class SentimentBench {
    /**
     * Macro-F1 that is asked for, by the names of {@link #measure}: of tweets the better of naive Bayes and logistic regression over n-grams, measured
     * elsewhere on other texts of the same sets.
     */
    static final Map<String, Double> ASKED = Map.ofEntries(
            Map.entry("chnsenticorp zh 2", 0.88),
            Map.entry("all zh 2", 0.90),
            Map.entry("all en 2", 0.82),
            Map.entry("airline_tweets en 3", 0.72),
            Map.entry("xlmt_ar ar 3", 0.484),
            Map.entry("xlmt_de de 3", 0.662),
            Map.entry("xlmt_en en 3", 0.528),
            Map.entry("xlmt_es es 3", 0.553),
            Map.entry("xlmt_fr fr 3", 0.576),
            Map.entry("xlmt_hi hi 3", 0.422),
            Map.entry("xlmt_it it 3", 0.590),
            Map.entry("xlmt_pt pt 3", 0.587));

    /** Accuracy of n-grams on other texts of the same sets, learned of a quarter more texts than here. */
    private static final Map<String, Double> ELSEWHERE =
            Map.of("chnsenticorp zh 2", 0.886, "waimai_10k zh 2", 0.902, "sst2 en 2", 0.841);

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
        out.println("set, language, classes                 | shipped acc, F1 | learned anew acc, F1 | F1 asked for");
        SentimentModel shipped = SentimentModel.shipped();
        Map<String, Tally> before = measure(texts.measure(), shipped);
        Map<String, Tally> anew = new LinkedHashMap<>(measure(texts.measure(), Trainer.train(texts.learn())));
        LabelledTexts.KEPT_OUT.forEach(set -> {
            LabelledTexts alone = texts.only(text -> text.set().equals(set));
            anew.putAll(measure(alone.measure(), Trainer.train(alone.learn())));
        });
        before.forEach((name, tally) -> line(name, tally, anew.getOrDefault(name, tally)));
        out.printf(
                "%s are kept out of the shipped weights; anew each is learned alone%n",
                String.join(" and ", new TreeSet<>(LabelledTexts.KEPT_OUT)));
        with(texts.measure(), shipped);
    }

    private void line(String name, Tally shipped, Tally anew) {
        out.printf(
                Locale.ROOT,
                "%-38s | %.4f   %.4f | %.4f        %.4f | %s%n",
                name,
                shipped.accuracy(),
                shipped.macroF1(),
                anew.accuracy(),
                anew.macroF1(),
                asked(name, LabelledTexts.KEPT_OUT.stream().anyMatch(name::startsWith) ? anew : shipped));
    }

    private static String asked(String name, Tally tally) {
        String text = told("", ASKED.get(name), tally.macroF1());
        String accuracy = told("accuracy ", ELSEWHERE.get(name), tally.accuracy());
        return text.isEmpty() || accuracy.isEmpty() ? text + accuracy : text + "; " + accuracy;
    }

    private static String told(String what, @Nullable Double asked, double reached) {
        return asked == null
                ? ""
                : String.format(Locale.ROOT, "%s%.3f %s", what, asked, reached >= asked ? "reached" : "missed");
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
