package io.tideline.platform.graph;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where each scalar of the graph is specified. SmallRye cannot write {@code @specifiedBy} on a scalar,
 * so it is added to the schema text a subgraph hands over for composition.
 */
public final class ScalarUrls {
    /** Specification of every scalar by its name in the graph. */
    public static final Map<String, String> BY_NAME = Map.of(
            "Decimal", "https://www.w3.org/TR/xmlschema11-2/#decimal",
            "CurrencyCode", "https://www.iso.org/iso-4217-currency-codes.html",
            "TimeZone", "https://www.iana.org/time-zones",
            "DateTime", "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
            "Date", "https://www.rfc-editor.org/rfc/rfc3339#appendix-A",
            "Duration", "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/Duration.html");

    private static final Pattern DEFINITION = Pattern.compile("(?m)^scalar (\\w+)$");

    private ScalarUrls() {}

    /** The schema text with {@code @specifiedBy} on each scalar known here; others stay as they are. */
    public static String mark(String sdl) {
        return DEFINITION.matcher(sdl).replaceAll(ScalarUrls::marked);
    }

    private static String marked(MatchResult definition) {
        String url = BY_NAME.get(definition.group(1));
        String text = url == null ? definition.group() : definition.group() + " @specifiedBy(url: \"" + url + "\")";
        return Matcher.quoteReplacement(text);
    }
}
