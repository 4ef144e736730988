package io.tideline.survey.survey;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one version of a survey asks: two questions that differ in anything are two versions. */
public record Question(SurveyType type, String title, String text, String language, SurveyDesign design) {
    /**
     * The translation that fits best, by lookup and then by filtering of RFC 4647; none where the survey is shown as it was written.
     *
     * @param wanted language ranges as in Accept-Language; null for none
     */
    public Optional<Translation> translation(@Nullable String wanted) {
        if (wanted == null) {
            return Optional.empty();
        }
        List<Translation> known = design.translations();
        List<String> tags = Stream.concat(Stream.of(language), known.stream().map(Translation::language))
                .toList();
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(wanted);
            String found = Optional.ofNullable(Locale.lookupTag(ranges, tags))
                    .orElseGet(() ->
                            Locale.filterTags(ranges, tags).stream().findFirst().orElse(language));
            return known.stream()
                    .filter(one -> one.language().equalsIgnoreCase(found))
                    .findFirst();
        } catch (IllegalArgumentException noLanguage) {
            return Optional.empty();
        }
    }
}
