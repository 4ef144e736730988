package io.tideline.local.imports;

import static io.tideline.local.imports.Target.text;
import static io.tideline.local.imports.Target.typed;
import static io.tideline.local.imports.ValueType.DAY;
import static io.tideline.local.imports.ValueType.DECIMAL;
import static io.tideline.local.imports.ValueType.INTEGER;
import static io.tideline.local.imports.ValueType.MOMENT;

import io.tideline.local.platform.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file may hold: whose door takes it, and the fields of a row. Rows that agree in all fields of a key reach the door in the
 * order of the file; others may overtake each other.
 */
enum Kind {
    ORGANISATION(
            Part.CUSTOMER,
            List.of(text("name"), text("time_zone"), text("currency")),
            keys(List.of("name"), List.of("time_zone"))),
    TEAMS(Part.CUSTOMER, List.of(text("id").needed(), text("name")), keys(List.of("id"))),
    AGENTS(Part.CUSTOMER, List.of(text("id").needed(), text("name"), text("team")), keys(List.of("id"))),
    CHANNEL_ACCOUNTS(
            Part.CUSTOMER,
            List.of(text("id").needed(), text("name"), text("platform"), text("market")),
            keys(List.of("id"))),
    CUSTOMERS(
            Part.CUSTOMER,
            List.of(
                    text("id").needed(),
                    text("name"),
                    text("email"),
                    text("phone"),
                    text("market"),
                    text("language"),
                    text("source"),
                    text("campaign"),
                    text("agent"),
                    text("team"),
                    text("channel_account"),
                    typed("acquired_at", MOMENT),
                    typed("changed_at", MOMENT)),
            keys(List.of("id"))),
    TAGS(
            Part.CUSTOMER,
            List.of(
                    text("customer").needed(),
                    text("tag").needed(),
                    typed("from", MOMENT).needed(),
                    typed("until", MOMENT)),
            keys(List.of("customer", "tag"))),
    KPI_TARGETS(
            Part.CUSTOMER,
            List.of(
                    text("kpi").needed(),
                    typed("from", DAY).needed(),
                    typed("min", DECIMAL),
                    typed("max", DECIMAL),
                    text("variant")),
            keys(List.of("kpi", "from"))),
    EVENTS(
            Part.FUNNEL,
            List.of(
                    text("id"),
                    text("customer").needed(),
                    text("name").needed(),
                    typed("at", MOMENT).needed()),
            keys(List.of("id"), List.of("customer", "at"))),
    ORDERS(
            Part.ROI,
            List.of(
                    text("id"),
                    text("customer").needed(),
                    typed("at", MOMENT).needed(),
                    typed("amount", DECIMAL).needed(),
                    text("currency"),
                    text("campaign"),
                    text("refund_of")),
            keys(List.of("id"))),
    CAMPAIGNS(
            Part.ROI,
            List.of(
                    text("id").needed(),
                    text("name"),
                    typed("started_at", MOMENT),
                    text("channel_account"),
                    text("template"),
                    typed("sends", INTEGER)),
            keys(List.of("id"))),
    COSTS(
            Part.ROI,
            List.of(
                    text("id"),
                    text("campaign"),
                    text("kind").needed(),
                    typed("amount", DECIMAL),
                    typed("hours", DECIMAL),
                    typed("rate", DECIMAL),
                    text("currency"),
                    typed("from", MOMENT),
                    typed("until", MOMENT)),
            keys(List.of("id"))),
    AD_SPEND(
            Part.ROI,
            List.of(
                    text("id"),
                    text("campaign").needed(),
                    typed("at", MOMENT).needed(),
                    typed("impressions", INTEGER),
                    typed("clicks", INTEGER),
                    typed("amount", DECIMAL).needed(),
                    text("currency"),
                    typed("conversions", INTEGER),
                    typed("deals", INTEGER)),
            keys(List.of("id"))),
    SURVEYS(
            Part.SURVEY,
            List.of(text("key").needed(), text("title"), text("type").needed(), text("question"), text("language")),
            keys(List.of("key"))),
    RESPONSES(
            Part.SURVEY,
            List.of(
                    text("response"),
                    text("survey").needed(),
                    text("type"),
                    text("customer"),
                    typed("score", INTEGER),
                    text("comment"),
                    typed("at", MOMENT).needed(),
                    text("agent")),
            keys(List.of("response")));

    private final Part part;
    private final List<Target> targets;
    private final List<List<String>> keys;

    Kind(Part part, List<Target> targets, List<List<String>> keys) {
        this.part = part;
        this.targets = targets;
        this.keys = keys;
    }

    static Kind named(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(text))
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no kind " + text + "; there are " + names()));
    }

    static String names() {
        return Arrays.stream(values()).map(Kind::label).collect(Collectors.joining(", "));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The part whose door takes rows of this kind. */
    Part part() {
        return part;
    }

    String path() {
        return "/ingest/" + label() + "?rows=rejected";
    }

    List<Target> targets() {
        return targets;
    }

    /** Place of a target among {@link #targets}, -1 where this kind has no such target. */
    int place(String target) {
        for (int at = 0; at < targets.size(); at++) {
            if (targets.get(at).name().equals(target)) {
                return at;
            }
        }
        return -1;
    }

    List<List<String>> keys() {
        return keys;
    }

    boolean takesProperties() {
        return this == EVENTS;
    }

    /** The field that may be left out of a file and is then made from the line's content; null where a row has no id or needs its own. */
    @Nullable
    String derivedId() {
        return switch (this) {
            case EVENTS, ORDERS, COSTS, AD_SPEND -> "id";
            case RESPONSES -> "response";
            default -> null;
        };
    }

    @SafeVarargs
    private static List<List<String>> keys(List<String>... keys) {
        return List.of(keys);
    }
}
