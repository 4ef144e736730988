package io.tideline.survey.feedback;

import java.util.List;

/**
 * What comments may be about.
 *
 * @param language subtag of the language whose comments are looked through
 * @param keywords words that tell it, in lower case
 */
record Theme(String theme, String language, List<String> keywords) {
    Theme {
        keywords = List.copyOf(keywords);
    }
}
