package io.tideline.survey.sentiment;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a text into places of a table of weights, by hashing what stands in it: no word and no run of letters is kept anywhere.
 * <pre>
 * without spaces   runs of 1, 2 and 3 characters
 * with spaces      words, pairs of words, words behind a negation, runs of 2 to 5 characters, and what {@link Tone} says;
 *                  of languages that share a table each for its language and once more for all of them
 * </pre>
 * Each counts once however often it occurs. One table serves several languages: what one alone knows and what they share stand side by side.
 */
public final class TextFeatures {
    private static final Pattern ADDRESS = Pattern.compile("https?(://\\S+)?|www\\.\\S+");
    private static final Pattern NAMED = Pattern.compile("@\\w+");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}]+)?|[^\\s\\p{L}\\p{N}]");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern REPEATED = Pattern.compile("(.)\\1{2,}");
    private static final Set<String> NEGATIONS = Set.of(
            "not", "no", "never", "cannot", "nothing", "without", "nicht", "kein", "keine", "nie", "pas", "jamais",
            "sans", "non", "mai", "senza", "não", "nunca", "sem", "nada", "sin", "nahi", "لا", "مش", "ما");
    private static final int REACH_OF_NEGATION = 3;
    private static final int LONGEST_RUN = 5;
    private static final int TONE = 11;

    /** So many places has a statement of {@link Tone}, to be heard among hundreds of runs. */
    private static final int LOUDNESS = 6;

    private TextFeatures() {}

    /** Places in rising order, each once; none where the text has nothing to read. */
    public static int[] of(String text, TextLanguage language) {
        Places places = new Places(language);
        String plain = normal(text);
        if (plain.isBlank()) {
            return new int[0];
        }
        if (language.isUnspaced()) {
            characters(SPACE.matcher(plain).replaceAll(""), places);
        } else {
            words(plain, places);
            runs(" " + SPACE.matcher(plain).replaceAll(" ") + " ", places);
            tone(plain, isLinked(text), language, places);
        }
        return places.sorted();
    }

    /** What two texts share that differ in width, case, addresses, names or repeated signs only. */
    public static String normal(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String unnamed = NAMED.matcher(folded).replaceAll("@");
        String plain = ADDRESS.matcher(unnamed).replaceAll(" ");
        return REPEATED.matcher(plain).replaceAll("$1$1$1");
    }

    private static void characters(String text, Places places) {
        int[] letters = text.codePoints().toArray();
        for (int from = 0; from < letters.length; from++) {
            int hash = 1;
            for (int length = 1; length <= 3 && from + length <= letters.length; length++) {
                hash = Places.mix(hash, letters[from + length - 1]);
                places.add(hash);
            }
        }
    }

    private static void words(String text, Places places) {
        int before = 2;
        int negated = 0;
        for (String token : tokens(text)) {
            int word = Places.mix(3, token);
            places.add(word);
            places.add(Places.mix(before, word));
            if (negated > 0) {
                places.add(Places.mix(5, word));
                negated--;
            }
            if (NEGATIONS.contains(token) || token.endsWith("n't") || token.endsWith("n’t")) {
                negated = REACH_OF_NEGATION;
            } else if (!Character.isLetterOrDigit(token.codePointAt(0))) {
                negated = 0;
            }
            before = word;
        }
    }

    private static void runs(String text, Places places) {
        int[] letters = text.codePoints().toArray();
        for (int from = 0; from < letters.length; from++) {
            int hash = 7;
            for (int length = 1; length <= LONGEST_RUN && from + length <= letters.length; length++) {
                hash = Places.mix(hash, letters[from + length - 1]);
                if (length > 1) {
                    places.add(hash);
                }
            }
        }
    }

    private static boolean isLinked(String text) {
        return ADDRESS.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private static void tone(String text, boolean linked, TextLanguage language, Places places) {
        for (int statement : Tone.of(text, linked, language)) {
            for (int copy = 0; copy < LOUDNESS; copy++) {
                places.add(Places.mix(TONE + copy, statement));
            }
        }
    }

    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /** Gathers hashed places. */
    private static final class Places {
        private static final int SHARED = 99;

        private final int mask;
        private final int salt;
        private final boolean alone;
        private int[] found = new int[256];
        private int size;

        Places(TextLanguage language) {
            this.mask = (1 << language.kin().bits()) - 1;
            this.salt = language.tag().hashCode();
            this.alone = language.kin() != Kin.OTHERS;
        }

        void add(int hash) {
            if (size + 2 > found.length) {
                found = Arrays.copyOf(found, 2 * found.length);
            }
            found[size++] = finish(mix(hash, salt)) & mask;
            if (!alone) {
                found[size++] = finish(mix(hash, SHARED)) & mask;
            }
        }

        int[] sorted() {
            return Arrays.stream(found, 0, size).sorted().distinct().toArray();
        }

        static int mix(int hash, String word) {
            return mix(hash, word.hashCode());
        }

        /** One step of MurmurHash3 (A. Appleby, public domain): fixed for good, since the weights stand where it points. */
        static int mix(int hash, int value) {
            int k = Integer.rotateLeft(value * 0xcc9e2d51, 15) * 0x1b873593;
            return Integer.rotateLeft(hash ^ k, 13) * 5 + 0xe6546b64;
        }

        private static int finish(int hash) {
            int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
            mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
            return mixed ^ (mixed >>> 16);
        }
    }
}
