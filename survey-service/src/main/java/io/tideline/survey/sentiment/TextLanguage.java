package io.tideline.survey.sentiment;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Languages that weights can be learned of, which of them are read, and how one is told from another. */
public enum TextLanguage {
    ZH(Set.of()),
    AR(Set.of()),
    EN(Set.of(
            "the", "and", "is", "was", "it", "to", "of", "not", "very", "this", "that", "my", "you", "with", "were",
            "have", "for", "but", "they", "are")),
    DE(Set.of(
            "der", "die", "das", "und", "ist", "nicht", "ich", "sehr", "mit", "war", "ein", "eine", "auch", "wir", "zu",
            "den", "aber", "auf", "gut")),
    ES(Set.of(
            "el", "los", "las", "y", "muy", "que", "es", "una", "pero", "por", "con", "del", "lo", "para", "está", "mi",
            "más", "su", "al")),
    FR(Set.of(
            "le",
            "les",
            "et",
            "est",
            "pas",
            "très",
            "je",
            "une",
            "des",
            "pour",
            "avec",
            "dans",
            "mais",
            "du",
            "vous",
            "merci",
            "beaucoup",
            "qui",
            "au",
            "ce",
            "trop")),
    /** In Latin letters; measured and not read, since its texts are not told right often enough. */
    HI(Set.of()),
    IT(Set.of(
            "il", "di", "che", "è", "non", "molto", "per", "sono", "gli", "della", "ma", "con", "mi", "una", "anche",
            "del", "ho", "si")),
    PT(Set.of(
            "o", "não", "muito", "que", "uma", "com", "mas", "para", "os", "do", "da", "em", "um", "eu", "foi", "você",
            "na", "no", "é"));

    private static final Map<String, TextLanguage> BY_TAG =
            Map.of("zh", ZH, "ar", AR, "en", EN, "de", DE, "es", ES, "fr", FR, "it", IT, "pt", PT);
    private static final double MOST = 0.5;
    private static final double SOME_HAN = 0.2;

    private final Set<String> commonWords;

    TextLanguage(Set<String> commonWords) {
        this.commonWords = commonWords;
    }

    /** The subtag of the language in lower case, as BCP 47 writes it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether comments in it are read; texts of the others are measured only. */
    public boolean isRead() {
        return BY_TAG.containsKey(tag());
    }

    /** Which table of weights reads it. */
    public Kin kin() {
        return switch (this) {
            case ZH -> Kin.CHINESE;
            case EN -> Kin.ENGLISH;
            case AR, DE, ES, FR, HI, IT, PT -> Kin.OTHERS;
        };
    }

    /** Whether it is written without spaces between words. */
    boolean isUnspaced() {
        return this == ZH;
    }

    /**
     * The language of a text, or empty where the weights know none: another script, another language said, or nothing but signs.
     *
     * <p>The script decides first, since people answer in their own language whatever the page was in. Among languages of one script the most
     * common words decide, then the tag, then English. A text without letters, such as a row of emoji, goes by its tag or as English.
     *
     * @param said BCP 47 tag the answer came with; null where none
     */
    public static Optional<TextLanguage> of(String text, @Nullable String said) {
        Map<UnicodeScript, Integer> letters = letters(text);
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        if (letters.containsKey(UnicodeScript.HIRAGANA) || letters.containsKey(UnicodeScript.KATAKANA)) {
            return Optional.empty();
        }
        if (share(letters, UnicodeScript.HAN, all) >= SOME_HAN) {
            return Optional.of(ZH);
        }
        if (share(letters, UnicodeScript.ARABIC, all) > MOST) {
            return isUnknown(said) ? Optional.empty() : Optional.of(AR);
        }
        boolean latin = all == 0 || share(letters, UnicodeScript.LATIN, all) > MOST;
        return latin ? latin(text, said) : Optional.empty();
    }

    private static Optional<TextLanguage> latin(String text, @Nullable String said) {
        String primary = primary(said);
        TextLanguage tagged = BY_TAG.get(primary);
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
        TextLanguage best = null;
        long most = 0;
        for (TextLanguage language : values()) {
            long known =
                    Arrays.stream(words).filter(language.commonWords::contains).count();
            if (known > most || (known == most && known > 0 && language == tagged)) {
                best = language;
                most = known;
            }
        }
        if (tagged != null) {
            return Optional.of(best == null || most < 2 ? tagged : best);
        }
        if (!primary.isEmpty()) {
            return most < 2 ? Optional.empty() : Optional.ofNullable(best);
        }
        return Optional.of(best == null ? EN : best);
    }

    /** Persian and Urdu share the script of Arabic. */
    private static boolean isUnknown(@Nullable String said) {
        String primary = primary(said);
        return !primary.isEmpty() && !BY_TAG.containsKey(primary);
    }

    private static String primary(@Nullable String said) {
        return said == null ? "" : said.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    private static double share(Map<UnicodeScript, Integer> letters, UnicodeScript script, int all) {
        return all == 0 ? 0 : (double) letters.getOrDefault(script, 0) / all;
    }

    private static Map<UnicodeScript, Integer> letters(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
        return letters;
    }
}
