package io.tideline.survey.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A few words of feeling of one language, and what turns them over: 不差 and "not bad" are good. They weigh clauses, in which the table of weights has too
 * little to go by, and tell {@link Tone} what whole texts come to. A star in a list stands for any ending.
 */
final class Words {
    private static final Map<TextLanguage, Words> KNOWN = known();
    /** So many words behind a negation are turned over. */
    static final int REACH_IN_WORDS = 3;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’]\\p{L}+)?");
    private static final int REACH_IN_CHARACTERS = 3;
    private static final String ANY_ENDING = "*";
    private static final int SHORTEST_STEM = 2;

    private final Map<String, Integer> signs = new TreeMap<>();
    private final Map<String, Integer> stems = new TreeMap<>();
    private final Set<String> negations;
    private final Set<String> contrasts;
    private final Set<String> swallowed;
    private final List<String> longestFirst;

    private Words(Map<String, List<String>> kinds) {
        kinds.getOrDefault("good", List.of()).forEach(word -> put(word, 1));
        kinds.getOrDefault("bad", List.of()).forEach(word -> put(word, -1));
        negations = Set.copyOf(kinds.getOrDefault("not", List.of()));
        contrasts = Set.copyOf(kinds.getOrDefault("but", List.of()));
        swallowed = Set.copyOf(kinds.getOrDefault("swallow", List.of()));
        longestFirst = kinds.values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private void put(String word, int sign) {
        if (word.endsWith(ANY_ENDING)) {
            stems.put(word.substring(0, word.length() - ANY_ENDING.length()), sign);
        } else {
            signs.put(word, sign);
        }
    }

    static Optional<Words> of(TextLanguage language) {
        return Optional.ofNullable(KNOWN.get(language));
    }

    Set<String> contrasts() {
        return contrasts;
    }

    boolean contrasts(String word) {
        return contrasts.contains(word);
    }

    boolean negates(String word) {
        return negations.contains(word.replace('’', '\''));
    }

    /** 1 of a good word, -1 of a bad one, 0 of any other: as it stands, else by its longest stem, else without what is elided before it. */
    int sign(String written) {
        String word = written.replace('’', '\'');
        Integer whole = signs.get(word);
        if (whole != null) {
            return whole;
        }
        for (int length = word.length(); length >= SHORTEST_STEM; length--) {
            Integer stem = stems.get(word.substring(0, length));
            if (stem != null) {
                return stem;
            }
        }
        int elided = word.indexOf('\'');
        return elided < 0 ? 0 : sign(word.substring(elided + 1));
    }

    /**
     * Where the words of a clause point.
     *
     * @param turned whether it praises by denying a fault: 不差, "not bad"
     */
    record Side(Feeling feeling, boolean turned) {}

    /** The side a clause is on by its words, those behind a negation turned over; empty where they are none or balance. */
    Optional<Side> side(String clause, boolean unspaced) {
        Sum sum = new Sum();
        if (unspaced) {
            addCharacters(clause, sum);
        } else {
            addWords(clause, sum);
        }
        return sum.side();
    }

    private void addWords(String clause, Sum sum) {
        Matcher words = WORD.matcher(clause);
        int sinceNegation = REACH_IN_WORDS + 1;
        while (words.find()) {
            String word = words.group();
            sinceNegation++;
            if (negates(word)) {
                sinceNegation = 0;
            } else {
                sum.add(sign(word), sinceNegation <= REACH_IN_WORDS);
            }
        }
    }

    private void addCharacters(String clause, Sum sum) {
        int negatedUntil = -1;
        int at = 0;
        while (at < clause.length()) {
            String word = longestAt(clause, at);
            if (negations.contains(word)) {
                negatedUntil = at + word.length() + REACH_IN_CHARACTERS;
            } else if (signs.containsKey(word) && !swallowed.contains(word)) {
                sum.add(signs.getOrDefault(word, 0), at < negatedUntil);
                negatedUntil = -1;
            }
            at += Math.max(1, word.length());
        }
    }

    /** Good words less bad ones. */
    private static final class Sum {
        private int sum;
        private boolean turned;

        void add(int sign, boolean negated) {
            sum += negated ? -sign : sign;
            turned |= negated && sign < 0;
        }

        Optional<Side> side() {
            return sum == 0
                    ? Optional.empty()
                    : Optional.of(new Side(sum > 0 ? Feeling.POSITIVE : Feeling.NEGATIVE, sum > 0 && turned));
        }
    }

    private String longestAt(String clause, int at) {
        return longestFirst.stream()
                .filter(word -> clause.startsWith(word, at))
                .findFirst()
                .orElse("");
    }

    private static Map<TextLanguage, Words> known() {
        Map<TextLanguage, Words> known = new EnumMap<>(TextLanguage.class);
        for (TextLanguage language : TextLanguage.values()) {
            try (InputStream file = Words.class.getResourceAsStream("words." + language.tag() + ".txt")) {
                if (file != null) {
                    known.put(language, new Words(kinds(new String(file.readAllBytes(), StandardCharsets.UTF_8))));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return known;
    }

    private static Map<String, List<String>> kinds(String file) {
        Map<String, List<String>> kinds = new TreeMap<>();
        file.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" "))
                .forEach(line -> kinds.put(line[0], Arrays.asList(line).subList(1, line.length)));
        return kinds;
    }
}
