package io.tideline.survey.sentiment.training;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tideline.survey.sentiment.Feeling;
import io.tideline.survey.sentiment.TextFeatures;
import io.tideline.survey.sentiment.TextLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Labelled texts, cut once and for all into those to learn from and those to measure on: a fifth, told by the hash of their ids. No text stands on both
 * sides, however it is spaced or written.
 */
public record LabelledTexts(List<LabelledText> learn, List<LabelledText> measure) {
    /**
     * Sets that are measured and never in shipped weights: the licence of the first forbids commercial use; the other's language is not read, and the
     * labels of its first 900 texts fit them no better than chance.
     */
    public static final Set<String> KEPT_OUT = Set.of("airline_tweets", "xlmt_hi");

    private static final int PARTS = 5;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public LabelledTexts {
        learn = List.copyOf(learn);
        measure = List.copyOf(measure);
    }

    /** Every {@code .csv} of a folder with the columns id, lang, label and text; languages that are not read are left out. */
    public static LabelledTexts read(Path folder) throws IOException {
        List<LabelledText> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                all.addAll(of(file));
            }
        }
        List<LabelledText> measure =
                all.stream().filter(LabelledTexts::isMeasured).toList();
        Set<String> known = new HashSet<>();
        measure.forEach(text -> known.add(bare(text)));
        return new LabelledTexts(
                all.stream()
                        .filter(text -> !isMeasured(text) && !known.contains(bare(text)))
                        .toList(),
                measure);
    }

    /** The part that keeps to what is wanted. */
    public LabelledTexts only(Predicate<LabelledText> wanted) {
        return new LabelledTexts(
                learn.stream().filter(wanted).toList(),
                measure.stream().filter(wanted).toList());
    }

    private static boolean isMeasured(LabelledText text) {
        return part(text.id(), PARTS) == 0;
    }

    /** One of so many parts, by the hash of an id, mixed so that running numbers spread. */
    static int part(String id, int parts) {
        int hash = id.hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return ((hash ^ (hash >>> 16)) & Integer.MAX_VALUE) % parts;
    }

    private static String bare(LabelledText text) {
        return SPACE.matcher(TextFeatures.normal(text.text())).replaceAll("");
    }

    private static List<LabelledText> of(Path file) throws IOException {
        String name = file.getFileName().toString();
        String set = name.substring(0, name.length() - ".csv".length());
        List<LabelledText> texts = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                Arrays.stream(TextLanguage.values())
                        .filter(language -> language.tag().equals(row.getField("lang")))
                        .forEach(language -> texts.add(new LabelledText(
                                row.getField("id"), set, language, feeling(row), false, row.getField("text"))));
            }
        }
        boolean sided = texts.stream().noneMatch(text -> text.feeling() == Feeling.NEUTRAL);
        return texts.stream().map(text -> sided ? sided(text) : text).toList();
    }

    private static LabelledText sided(LabelledText text) {
        return new LabelledText(text.id(), text.set(), text.language(), text.feeling(), true, text.text());
    }

    private static Feeling feeling(NamedCsvRecord row) {
        return Feeling.valueOf(row.getField("label").toUpperCase(Locale.ROOT));
    }
}
