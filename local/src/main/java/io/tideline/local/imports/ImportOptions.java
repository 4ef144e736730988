package io.tideline.local.imports;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param map target to column, or to columns whose product it is ({@code Quantity*UnitPrice}); an empty text leaves the target out
 * @param set target to the value of all rows
 * @param where column to the text it must hold; other rows are passed over
 * @param nulls texts that stand for no value
 * @param timeZone zone of times without an offset; null asks the organisation
 * @param decimal {@code point}, {@code comma}, or null to look at the file
 * @param dateFormat a pattern such as {@code DD/MM/YYYY HH:mm}, {@code epoch-seconds}, {@code epoch-millis}, or null for the usual ones
 * @param orderBy {@code id}, {@code customer,day}, {@code none}, or null: by id where there is one
 * @param rejected where bad rows go; null is beside the file
 */
record ImportOptions(
        Kind kind,
        Path file,
        Map<String, String> map,
        Map<String, String> set,
        Map<String, String> where,
        Set<String> nulls,
        @Nullable String format,
        @Nullable Character separator,
        boolean header,
        Encodings encodings,
        @Nullable ZoneId timeZone,
        @Nullable String decimal,
        @Nullable String dateFormat,
        @Nullable String orderBy,
        boolean allProperties,
        String tenant,
        boolean dryRun,
        boolean keepGoing,
        boolean waits,
        @Nullable Path rejected) {
    private static final String ORGANISATION = "acme";

    static ImportOptions of(List<String> arguments) {
        Arguments given = Arguments.of(arguments);
        Kind kind = Kind.named(given.words().get(0));
        if (given.has("properties") && !kind.takesProperties()) {
            throw new UsageException("--properties is for events; " + kind.label() + " have fixed fields");
        }
        return new ImportOptions(
                kind,
                Path.of(given.words().get(1)),
                given.pairs("map"),
                given.pairs("set"),
                given.pairs("where"),
                given.list("null"),
                given.oneOf("format", "csv", "ndjson"),
                separator(given.text("separator")),
                !given.has("no-header"),
                Encodings.named(given.text("encoding", Encodings.USUAL)),
                zone(given.text("time-zone")),
                decimal(given.text("decimal")),
                given.text("date-format"),
                orderBy(kind, given),
                given.has("properties"),
                given.text("tenant", ORGANISATION),
                given.has("dry-run"),
                given.has("keep-going"),
                !given.has("no-wait"),
                given.text("rejected") == null ? null : Path.of(given.text("rejected", "")));
    }

    private static @Nullable Character separator(@Nullable String text) {
        return text == null ? null : Separator.named(text);
    }

    private static @Nullable ZoneId zone(@Nullable String text) {
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--time-zone " + text + " is no time zone; write a name such as Europe/Berlin or UTC");
        }
    }

    private static @Nullable String decimal(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case ".", "point" -> "point";
            case ",", "comma" -> "comma";
            default -> throw new UsageException("--decimal " + text + " is neither point nor comma");
        };
    }

    private static @Nullable String orderBy(Kind kind, Arguments given) {
        String asked = given.oneOf("order-by", "id", "customer,day", "none");
        if (asked != null && kind != Kind.ORDERS) {
            throw new UsageException("--order-by is for orders");
        }
        return asked;
    }
}
