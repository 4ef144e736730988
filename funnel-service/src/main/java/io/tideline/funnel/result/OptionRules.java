package io.tideline.funnel.result;

import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.funnel.FunnelVersion;
import io.tideline.funnel.match.StepOrder;
import io.tideline.platform.error.AppException;
import io.tideline.platform.ingest.IngestRow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What options may say. */
final class OptionRules {
    private static final Duration MAX_WINDOW = Duration.ofDays(366);
    private static final Duration MIN_WINDOW = Duration.ofMillis(1);
    private static final int MAX_TOLERANCE_MS = 60_000;
    private static final int MAX_EXCLUDED = 20;
    private static final int MAX_PROPERTY = 200;
    private static final int MAX_MINIMUM = 1_000_000;

    private OptionRules() {}

    static void check(FunnelOptions options) {
        check(isWindow(options.window()), "options.window", "A window is longer than 0 and at most 366 days.");
        check(isWindow(options.stepWindow()), "options.stepWindow", "A window is longer than 0 and at most 366 days.");
        Integer tolerance = options.tieToleranceMs();
        check(
                tolerance == null || (tolerance >= 0 && tolerance <= MAX_TOLERANCE_MS),
                "options.tieToleranceMs",
                "A tolerance is 0 to 60,000 milliseconds.");
        check(isMoment(options.asOf()), "options.asOf", "An instant lies between the years 1900 and 2200.");
        String hold = options.hold();
        check(
                hold == null || (isName(hold) && hold.length() <= MAX_PROPERTY),
                "options.hold",
                "The name of a property has 1 to 200 characters.");
        int minimum = options.minimumSampleOrUsual();
        check(minimum >= 1 && minimum <= MAX_MINIMUM, "options.minimumSample", "A minimum sample is 1 to 1,000,000.");
        check(
                options.excluded().size() + options.bounded().size() <= MAX_EXCLUDED,
                "options.exclude",
                "At most 20 events can be excluded.");
        for (int at = 0; at < options.excluded().size(); at++) {
            check(isName(options.excluded().get(at)), "options.exclude." + at, "An exclusion names an event.");
        }
    }

    static boolean isName(String text) {
        return !text.isBlank() && text.indexOf('\0') < 0;
    }

    /** Tags among what is excluded, by the field that names them. */
    static Map<String, String> excludedTags(FunnelOptions options) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int at = 0; at < options.excluded().size(); at++) {
            tags.put("options.exclude." + at, options.excluded().get(at));
        }
        for (int at = 0; at < options.bounded().size(); at++) {
            tags.put(
                    "options.exclusions." + at + ".event",
                    options.bounded().get(at).event());
        }
        tags.values().removeIf(name -> !Exclusion.isTag(name));
        tags.replaceAll((field, name) -> Exclusion.tag(name));
        return tags;
    }

    /** A misspelt tag would be an exclusion that excludes nobody. */
    static void checkTags(Map<String, String> tags, Set<String> unknown) {
        tags.forEach((field, tag) -> check(!unknown.contains(tag), field, "No customer has ever carried this tag."));
    }

    /** What options may say of a definition. */
    static void check(FunnelOptions options, FunnelVersion version) {
        if (options.orderOrUsual() == StepOrder.ANY_ORDER) {
            check(
                    version.stages().stream().noneMatch(FunnelStage::optional),
                    "options.order",
                    "A funnel with optional stages is not read in any order: each stage counts there.");
            for (int at = 0; at < options.bounded().size(); at++) {
                String field = "options.exclusions." + at;
                ExclusionInput exclusion = options.bounded().get(at);
                String message = "In any order no stage comes before or after another.";
                check(exclusion.after() == null, field + ".after", message);
                check(exclusion.before() == null, field + ".before", message);
            }
        }
        options.exclusions(version);
    }

    private static boolean isWindow(@Nullable Duration window) {
        return window == null || (window.compareTo(MIN_WINDOW) >= 0 && window.compareTo(MAX_WINDOW) <= 0);
    }

    private static boolean isMoment(@Nullable Instant asOf) {
        return asOf == null || (!asOf.isBefore(IngestRow.EARLIEST) && asOf.isBefore(IngestRow.LATEST));
    }

    private static void check(boolean holds, String field, String message) {
        if (!holds) {
            throw AppException.badInput(field, message);
        }
    }
}
