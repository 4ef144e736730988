package io.tideline.survey.sentiment;

import java.util.List;

/**
 * What a text says.
 *
 * @param feeling of the text as a whole
 * @param confidence 0 to 1
 * @param mixed whether one part is good and another bad
 * @param parts its clauses, each with its own feeling
 */
public record Opinion(TextLanguage language, Feeling feeling, double confidence, boolean mixed, List<Part> parts) {
    public Opinion {
        parts = List.copyOf(parts);
    }

    /** @param text in lower case, widths folded */
    public record Part(String text, Feeling feeling) {}
}
