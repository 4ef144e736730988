package io.tideline.local.imports;

/** The character between two columns. */
final class Separator {
    private static final char[] KNOWN = {',', ';', '\t', '|'};

    private Separator() {}

    static char named(String text) {
        return switch (text) {
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "tab", "\\t" -> '\t';
            case "pipe" -> '|';
            default -> {
                if (text.length() != 1 || text.equals("\"")) {
                    throw new UsageException(
                            "--separator " + text + " is not one character, nor comma, semicolon, tab or pipe");
                }
                yield text.charAt(0);
            }
        };
    }

    /** The one of {@code , ; tab |} that stands most often in the first line, outside quotes. */
    static char seenIn(String head) {
        int[] counts = new int[KNOWN.length];
        boolean quoted = false;
        for (int at = 0; at < head.length(); at++) {
            char letter = head.charAt(at);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                if ((letter == '\n' || letter == '\r') && at > 0) {
                    break;
                }
                count(counts, letter);
            }
        }
        int best = 0;
        for (int at = 1; at < KNOWN.length; at++) {
            best = counts[at] > counts[best] ? at : best;
        }
        return KNOWN[best];
    }

    static String shown(char separator) {
        return separator == '\t' ? "tab" : "'" + separator + "'";
    }

    private static void count(int[] counts, char letter) {
        for (int at = 0; at < KNOWN.length; at++) {
            counts[at] += KNOWN[at] == letter ? 1 : 0;
        }
    }
}
