package io.tideline.survey.share;

import io.tideline.survey.survey.SurveyType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What stands at the ends of a scale, in the words of the widget: the texts of {@code web/widget/src/texts}, English where a language has none.
 *
 * @param language of the words
 */
record EndLabels(String language, String lowest, String highest) {
    private static final Properties TEXTS = load();
    private static final Pattern HANT = Pattern.compile("^zh-(hant|tw|hk|mo)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern RIGHT_TO_LEFT = Pattern.compile(
            "^(ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|syr|ug|ur|yi)\\b|-(arab|hebr)\\b", Pattern.CASE_INSENSITIVE);

    static EndLabels of(SurveyType type, String language) {
        String first = HANT.matcher(language).matches()
                ? "zh-hant"
                : language.toLowerCase(Locale.ROOT).split("-", 2)[0];
        String family = type.text().split("\\.", 2)[0];
        boolean known = TEXTS.containsKey(first + "." + family + ".lowest");
        String start = (known ? first : "en") + "." + family;
        return new EndLabels(known ? language : "en", text(start + ".lowest"), text(start + ".highest"));
    }

    /** Direction of a language or of the script that its tag names. */
    static String direction(String language) {
        return RIGHT_TO_LEFT.matcher(language).find() ? "rtl" : "ltr";
    }

    private static String text(String name) {
        return Objects.requireNonNull(TEXTS.getProperty(name), name);
    }

    private static Properties load() {
        Properties texts = new Properties();
        try (InputStream file = Objects.requireNonNull(EndLabels.class.getResourceAsStream("ends.properties"))) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
