package io.tideline.survey.sentiment;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What was learned of labelled texts: a table of weights for each {@link Kin} of languages. Where a table knows two sides only and the better one has less than
 * {@link #DECIDED}, the text is called neutral: undecided, since no neutral text was there to learn from.
 */
public final class SentimentModel {
    /** Probability of a side from which on it is taken. */
    public static final double DECIDED = 0.6;

    private static final String FILE = "weights.bin.gz";
    private static final int DIGITS_OF_VERSION = 12;

    private final Map<Kin, Weights> tables;

    /** @param tables one for each kin */
    public SentimentModel(Map<Kin, Weights> tables) {
        this.tables = new EnumMap<>(tables);
    }

    /** The weights of this build. */
    public static SentimentModel shipped() {
        return Shipped.MODEL;
    }

    /** Empty where the text has nothing to read. */
    public Optional<Chances> chances(String text, TextLanguage language) {
        int[] places = TextFeatures.of(text, language);
        return places.length == 0
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(tables.get(language.kin())).chances(places));
    }

    public Optional<Judgement> judge(String text, TextLanguage language) {
        return chances(text, language).map(SentimentModel::judgement);
    }

    private static Judgement judgement(Chances chances) {
        double best = chances.of(chances.side());
        boolean undecided = chances.neutral() == 0 && best < DECIDED;
        return undecided
                ? new Judgement(Feeling.NEUTRAL, 2 * (1 - best))
                : new Judgement(chances.likeliest(), chances.of(chances.likeliest()));
    }

    /** Names these weights: the beginning of the SHA-256 of what they are written as. */
    public String version() {
        try {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            writePlain(plain);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain.toByteArray());
            return HexFormat.of().formatHex(digest).substring(0, DIGITS_OF_VERSION);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has SHA-256.", missing);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public void write(OutputStream out) throws IOException {
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            writePlain(packed);
        }
    }

    private void writePlain(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        for (Weights table : tables.values()) {
            table.write(data);
        }
        data.flush();
    }

    private static SentimentModel read() {
        try (InputStream file = Objects.requireNonNull(SentimentModel.class.getResourceAsStream(FILE), FILE);
                DataInputStream data = new DataInputStream(new GZIPInputStream(file))) {
            Map<Kin, Weights> tables = new EnumMap<>(Kin.class);
            for (Kin kin : Kin.values()) {
                tables.put(kin, Weights.read(kin, data));
            }
            return new SentimentModel(tables);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + FILE, unreadable);
        }
    }

    private static final class Shipped {
        static final SentimentModel MODEL = read();
    }
}
