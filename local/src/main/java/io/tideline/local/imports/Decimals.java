package io.tideline.local.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Reads decimal numbers as files write them and gives them as {@code -1234.50}. */
final class Decimals {
    private static final Pattern SURELY_COMMA =
            Pattern.compile("[-+]?(\\d{1,3}(\\.\\d{3})+,\\d+|\\d+,(\\d{1,2}|\\d{4,}))");
    private static final Pattern SURELY_POINT =
            Pattern.compile("[-+]?(\\d{1,3}(,\\d{3})+\\.\\d+|\\d+\\.(\\d{1,2}|\\d{4,}))");
    private static final Pattern WITH_POINT =
            Pattern.compile("[-+]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?([eE][-+]?\\d{1,2})?");
    private static final Pattern WITH_COMMA =
            Pattern.compile("[-+]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?([eE][-+]?\\d{1,2})?");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F'\\u2019]");
    private static final Pattern CURRENCY = Pattern.compile("^([-+]?)[$€£¥]|()[$€£¥]$");

    private final boolean comma;

    private Decimals(boolean comma) {
        this.comma = comma;
    }

    static Decimals withPoint() {
        return new Decimals(false);
    }

    static Decimals withComma() {
        return new Decimals(true);
    }

    /** With a comma where a value of the sample can only be read so and none only the other way. */
    static Decimals seenIn(List<String> sample) {
        List<String> bare = sample.stream().map(Decimals::bare).toList();
        boolean comma =
                bare.stream().anyMatch(text -> SURELY_COMMA.matcher(text).matches());
        boolean point =
                bare.stream().anyMatch(text -> SURELY_POINT.matcher(text).matches());
        return new Decimals(comma && !point);
    }

    boolean isComma() {
        return comma;
    }

    /** @throws NumberFormatException saying what is wrong, to follow the words "the value" */
    String number(String text) {
        if (isPlain(text)) {
            return text;
        }
        String bare = bare(text);
        if (!(comma ? WITH_COMMA : WITH_POINT).matcher(bare).matches()) {
            throw new NumberFormatException("is no number with a decimal " + (comma ? "comma" : "point")
                    + "; --decimal says which mark the file uses");
        }
        String plain = comma ? bare.replace(".", "").replace(',', '.') : bare.replace(",", "");
        return new BigDecimal(plain).toPlainString();
    }

    private boolean isPlain(String text) {
        int digits = 0;
        int marks = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter >= '0' && letter <= '9') {
                digits++;
            } else if (letter == '.' && !comma && digits > 0 && at < text.length() - 1) {
                marks++;
            } else if (letter != '-' || at > 0) {
                return false;
            }
        }
        return digits > 0 && marks <= 1;
    }

    /** Without what only pleases the eye: blanks, apostrophes between thousands, one currency sign. */
    private static String bare(String text) {
        String bare = BLANKS.matcher(text).replaceAll("");
        return CURRENCY.matcher(bare).replaceFirst("$1$2");
    }
}
