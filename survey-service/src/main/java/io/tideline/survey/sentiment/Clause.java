package io.tideline.survey.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A part of a text that says one thing: what stands between signs, and on either side of a "but".
 *
 * @param turns whether a "but" opens it
 */
record Clause(String text, boolean turns) {
    private static final Pattern SIGNS = Pattern.compile("[，,。！!？?；;:：\\n~～…]+|\\.(?=\\s|$)|\\s+-\\s+");

    static List<Clause> of(String text, TextLanguage language) {
        Optional<Pattern> turn = Words.of(language).map(words -> turn(words, language.isUnspaced()));
        List<Clause> clauses = new ArrayList<>();
        for (String part : SIGNS.split(TextFeatures.normal(text))) {
            if (turn.isPresent()) {
                turned(part, turn.get(), clauses);
            } else {
                add(part, false, clauses);
            }
        }
        return clauses;
    }

    private static void turned(String part, Pattern turn, List<Clause> clauses) {
        Matcher found = turn.matcher(part);
        int from = 0;
        boolean turns = false;
        while (found.find()) {
            add(part.substring(from, found.start()), turns, clauses);
            turns = true;
            from = found.end();
        }
        add(part.substring(from), turns, clauses);
    }

    private static void add(String text, boolean turns, List<Clause> clauses) {
        if (!text.isBlank()) {
            clauses.add(new Clause(text.strip(), turns));
        }
    }

    private static Pattern turn(Words words, boolean unspaced) {
        String any = words.contrasts().stream()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(unspaced ? any : "\\b(?:" + any + ")\\b");
    }
}
