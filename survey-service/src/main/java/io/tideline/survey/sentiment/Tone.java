package io.tideline.survey.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the words and signs of feeling of a text come to: a few statements that mean the same in every language, such as "more good words than bad
 * ones". A table that learned of few texts knows by them what words say that it never saw.
 */
final class Tone {
    private static final Pattern GOOD_FACE =
            Pattern.compile("[:;=8x]['’]?-?[)\\]dp*3]+(?![a-z0-9])|<3+|\\(:|\\^_*\\^|\\bx+d+\\b|\\blol\\b");
    private static final Pattern BAD_FACE =
            Pattern.compile("[:=;]['’]?-?[(\\[|/\\\\c]+(?![a-z0-9/])|\\):|</3|-_+-|\\bt_t\\b|\\bd:");
    private static final Pattern THRICE = Pattern.compile("(.)\\1\\1");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final List<String> MARKS = List.of("!", "?", "!!", "??", "...", "@", "#");
    private static final int MANY = 3;
    private static final int SHORT = 40;
    private static final int LONG = 100;
    private static final Map<String, int[]> SIGNS = signs();

    private final BitSet statements = new BitSet();
    private final String text;
    private int next;
    private int good;
    private int bad;
    private int negations;
    private int turned;
    private int last;
    private int behindBut;

    private Tone(String text) {
        this.text = text;
    }

    /**
     * Numbers of the statements that hold, in rising order. Which number says what is part of the format of the weights.
     *
     * @param text as {@link TextFeatures#normal} leaves it
     * @param linked whether an address stood in it: it tells more often than it praises or blames
     */
    static int[] of(String text, boolean linked, TextLanguage language) {
        Tone tone = new Tone(text);
        Words.of(language).ifPresent(tone::weigh);
        int goodSigns = count(GOOD_FACE, text) + among("good", text);
        int badSigns = count(BAD_FACE, text) + among("bad", text);
        tone.sayWords();
        tone.saySigns(goodSigns, badSigns);
        tone.sayShape();
        tone.say(linked);
        return tone.statements.stream().toArray();
    }

    private void weigh(Words words) {
        int reach = 0;
        boolean turns = false;
        for (String token : TextFeatures.tokens(text)) {
            if (words.negates(token)) {
                reach = Words.REACH_IN_WORDS;
                negations++;
                continue;
            }
            if (words.contrasts(token)) {
                turns = true;
                behindBut = 0;
            }
            reach = Character.isLetterOrDigit(token.codePointAt(0)) ? reach : 0;
            add(words.sign(token), reach > 0, turns);
            reach = Math.max(0, reach - 1);
        }
    }

    private void add(int sign, boolean negated, boolean turns) {
        int meant = negated ? -sign : sign;
        good += meant > 0 ? 1 : 0;
        bad += meant < 0 ? 1 : 0;
        turned += negated && sign != 0 ? 1 : 0;
        last = meant == 0 ? last : meant;
        behindBut += turns ? meant : 0;
    }

    private void sayWords() {
        sayCount(good, MANY);
        sayCount(bad, MANY);
        sayBalance(good, bad);
        sayCount(negations, 2);
        say(turned > 0);
        sayBalance(last, 0);
        sayBalance(behindBut, 0);
    }

    private void saySigns(int goodSigns, int badSigns) {
        sayCount(goodSigns, 2);
        sayCount(badSigns, 2);
        sayBalance(good + goodSigns, bad + badSigns);
        say(good + goodSigns > 0 && bad + badSigns > 0);
        say(good + goodSigns + bad + badSigns == 0);
    }

    private void sayShape() {
        MARKS.forEach(mark -> say(text.contains(mark)));
        say(THRICE.matcher(text).find());
        say(DIGIT.matcher(text).find());
        say(text.length() < SHORT);
        say(text.length() > LONG);
    }

    private void sayCount(int count, int most) {
        for (int least = 1; least <= most; least++) {
            say(count >= least);
        }
    }

    private void sayBalance(int one, int other) {
        say(one > other);
        say(one < other);
    }

    private void say(boolean holds) {
        statements.set(next++, holds);
    }

    private static int among(String side, String text) {
        int[] known = Objects.requireNonNull(SIGNS.get(side));
        return (int) text.codePoints()
                .filter(letter -> Arrays.binarySearch(known, letter) >= 0)
                .count();
    }

    private static int count(Pattern pattern, String text) {
        return (int) pattern.matcher(text).results().count();
    }

    private static Map<String, int[]> signs() {
        try (InputStream file = Objects.requireNonNull(Tone.class.getResourceAsStream("signs.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(
                            side -> side[0],
                            side -> side[1].codePoints().sorted().toArray()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
