package io.tideline.funnel.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the tables' shorthand for funnels and journeys: {@code ?} marks a stage that is optional, {@code ~} one that may be skipped. */
record WalkCase(List<String> steps, List<String> excluded, FunnelRules rules) {
    static final long MINUTE = 60_000_000L;
    private static final Pattern MOMENT = Pattern.compile("([A-Z])(\\d\\S*)");

    static WalkCase of(String steps, @Nullable String options) {
        List<String> names = Arrays.asList(steps.strip().split("\\s+"));
        List<String> given =
                options == null ? List.of() : List.of(options.strip().split("\\s+"));
        int optional = marked(names, "?");
        String[] entry = value(given, "entry", "-1000000..1000000000").split("\\.\\.");
        FunnelRules rules = new FunnelRules(
                names.size(),
                optional,
                given.contains("skip") ? (1 << names.size()) - 2 : marked(names, "~"),
                chosen(given, StepOrder.values(), StepOrder.ORDERED),
                chosen(given, ReentryPolicy.values(), ReentryPolicy.BEST_ENTRY),
                chosen(given, CountUnit.values(), CountUnit.CUSTOMER),
                chosen(given, EntryRule.values(), EntryRule.MATCHING),
                length(given, "window"),
                length(given, "step"),
                given.stream().anyMatch(option -> option.matches("tolerance=[1-9]\\d*"))
                        ? Long.parseLong(value(given, "tolerance", "")) * 1000
                        : FunnelRules.BY_ARRIVAL,
                Long.parseLong(entry[0]) * MINUTE,
                Long.parseLong(entry[1]) * MINUTE,
                micros(value(given, "asOf", "0")));
        String exclude = value(given, "exclude", "");
        return new WalkCase(names, exclude.isEmpty() ? List.of() : List.of(exclude.split(",")), rules);
    }

    private static int marked(List<String> names, String mark) {
        int stages = 0;
        for (int stage = 0; stage < names.size(); stage++) {
            stages |= names.get(stage).endsWith(mark) ? 1 << stage : 0;
        }
        return stages;
    }

    Journey journey(String moments) {
        record Told(long time, long mask) {}
        List<Told> told = new ArrayList<>();
        for (String moment : moments.strip().split("\\s+")) {
            Matcher parts = MOMENT.matcher(moment);
            if (!parts.matches()) {
                throw new IllegalArgumentException(moment);
            }
            told.add(new Told(micros(parts.group(2)), mask(parts.group(1))));
        }
        told.sort((one, other) -> Long.compare(one.time(), other.time()));
        Journey journey = new Journey();
        told.forEach(each -> journey.add(each.time(), each.mask()));
        return journey;
    }

    private long mask(String event) {
        long mask = excluded.contains(event) ? Journey.EXCLUDED : 0;
        for (int stage = 0; stage < steps.size(); stage++) {
            mask |= steps.get(stage).contains(event) ? 1 << stage : 0;
        }
        return mask;
    }

    private static <E extends Enum<E>> E chosen(List<String> given, E[] values, E usual) {
        return Arrays.stream(values)
                .filter(value -> given.contains(value.name()))
                .findFirst()
                .orElse(usual);
    }

    private static String value(List<String> given, String key, String usual) {
        return given.stream()
                .filter(option -> option.startsWith(key + "="))
                .map(option -> option.substring(key.length() + 1))
                .findFirst()
                .orElse(usual);
    }

    private static long length(List<String> given, String key) {
        String value = value(given, key, "");
        return value.isEmpty() ? FunnelRules.ENDLESS : micros(value);
    }

    static long micros(String text) {
        long sum = 0;
        for (String part : text.split("\\+")) {
            if (part.endsWith("ms")) {
                sum += Long.parseLong(part.substring(0, part.length() - 2)) * 1000;
            } else if (part.endsWith("d")) {
                sum += Long.parseLong(part.substring(0, part.length() - 1)) * 24 * 60 * MINUTE;
            } else {
                sum += Long.parseLong(part) * MINUTE;
            }
        }
        return sum;
    }
}
