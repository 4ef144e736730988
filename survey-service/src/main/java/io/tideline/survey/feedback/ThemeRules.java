package io.tideline.survey.feedback;

import io.tideline.survey.sentiment.Feeling;
import io.tideline.survey.sentiment.Opinion;
import io.tideline.survey.sentiment.TextLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds themes by their keywords, clause by clause, so that a comment may praise one and blame another. Chinese keywords are found anywhere, others where a word
 * begins. Of several clauses about a theme a bad one outweighs a good one, and either a neutral one.
 */
final class ThemeRules {
    private static final List<Theme> USUAL = usual();

    private ThemeRules() {}

    /** Themes of a language that are looked for where a survey has none of its own. */
    static List<Theme> usual(String language) {
        return USUAL.stream().filter(theme -> theme.language().equals(language)).toList();
    }

    static List<ThemeHit> hits(Opinion opinion, List<Theme> themes) {
        return themes.stream()
                .map(theme -> hit(opinion, theme))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ThemeHit> hit(Opinion opinion, Theme theme) {
        String told = null;
        Feeling feeling = Feeling.NEUTRAL;
        for (Opinion.Part part : opinion.parts()) {
            Optional<String> keyword = theme.keywords().stream()
                    .filter(known -> holds(part.text(), known, opinion.language()))
                    .findFirst();
            if (keyword.isPresent()) {
                told = told == null ? keyword.get() : told;
                feeling = outweighing(feeling, part.feeling());
            }
        }
        return told == null ? Optional.empty() : Optional.of(new ThemeHit(theme.theme(), told, feeling));
    }

    private static Feeling outweighing(Feeling one, Feeling other) {
        if (one == Feeling.NEGATIVE || other == Feeling.NEGATIVE) {
            return Feeling.NEGATIVE;
        }
        return one == Feeling.POSITIVE ? one : other;
    }

    private static boolean holds(String text, String keyword, TextLanguage language) {
        return language == TextLanguage.ZH
                ? text.contains(keyword)
                : Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(keyword))
                        .matcher(text)
                        .find();
    }

    private static List<Theme> usual() {
        try (InputStream file = Objects.requireNonNull(ThemeRules.class.getResourceAsStream("themes.txt"))) {
            List<Theme> themes = new ArrayList<>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                String[] words = line.split(" ", -1);
                if (words.length > 2 && !line.startsWith("#")) {
                    themes.add(new Theme(
                            words[0],
                            words[1],
                            Arrays.stream(words)
                                    .skip(2)
                                    .map(word -> word.replace('_', ' '))
                                    .toList()));
                }
            }
            return List.copyOf(themes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
