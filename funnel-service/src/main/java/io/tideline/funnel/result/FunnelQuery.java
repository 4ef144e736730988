package io.tideline.funnel.result;

import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.funnel.FunnelVersion;
import io.tideline.funnel.match.EntryRule;
import io.tideline.funnel.match.FunnelRules;
import io.tideline.funnel.match.SkipPolicy;
import io.tideline.funnel.match.StepOrder;
import io.tideline.platform.ingest.IngestRow;
import io.tideline.platform.time.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a funnel.
 *
 * @param version the definition that answers
 * @param period attempts that begin in it count, whenever they end
 * @param asOf instant up to which facts count
 * @param details what the answer must hold beside its counts
 */
public record FunnelQuery(
        Funnel funnel,
        FunnelVersion version,
        Period period,
        CustomerFilter filter,
        FunnelOptions options,
        Instant asOf,
        Details details) {
    /** What makes no sense fails here, before it is read together with other questions. */
    public FunnelQuery {
        OptionRules.check(options, version);
    }

    /** The version that answers for a period: the one in force at its last instant, or at {@code asOf} if that is sooner. */
    public static FunnelVersion versionFor(Funnel funnel, Period period, FunnelOptions options, Instant asOf) {
        Integer number = options.version();
        if (number != null) {
            return funnel.numbered(number);
        }
        Instant last = period.end().minusNanos(1);
        return funnel.inForceAt(last.isBefore(asOf) ? last : asOf);
    }

    public FunnelQuery of(Period part) {
        return new FunnelQuery(funnel, versionFor(funnel, part, options, asOf), part, filter, options, asOf, details);
    }

    /** Whether the answer is the same whenever it is asked for, as long as nobody learns anything new: its instant was named, or all windows are over. */
    boolean isLasting() {
        Duration window = window();
        boolean isOver = window != null && !period.end().plus(window).isAfter(asOf);
        return filter.segment().tags() == null && (options.asOf() != null || isOver);
    }

    /** The same of an answer in parts: each is over by the window of the definition that answers for it. */
    boolean isLasting(List<Period> parts) {
        return parts.stream().allMatch(part -> of(part).isLasting());
    }

    /** The same question without the instant at which it was asked. */
    FunnelQuery lasting() {
        return options.asOf() != null
                ? this
                : new FunnelQuery(funnel, version, period, filter, options, period.end(), details);
    }

    /** The same question of another period, by the same definition. */
    public FunnelQuery sameFor(Period part) {
        return new FunnelQuery(funnel, version, part, filter, options, asOf, details);
    }

    /** The same question in our own words. */
    FunnelQuery ours() {
        return new FunnelQuery(funnel, version, period, filter, options.ours(), asOf, details);
    }

    @Nullable
    Duration window() {
        if (options.window() != null) {
            return options.window();
        }
        CompatProfile compat = options.compat();
        return version.window() != null || compat == null ? version.window() : compat.usualWindow();
    }

    /** Whether the definition changed within the period. */
    boolean spansVersions() {
        return funnel.versions().stream().anyMatch(other -> other.version() > 1 && period.contains(other.validFrom()));
    }

    List<Exclusion> exclusions() {
        return options.exclusions(version);
    }

    FunnelRules rules() {
        boolean anyOrder = options.orderOrUsual() == StepOrder.ANY_ORDER;
        return new FunnelRules(
                version.stages().size(),
                anyOrder ? 0 : optional(),
                anyOrder ? 0 : skippable(),
                options.orderOrUsual(),
                options.reentryOrUsual(),
                options.unitOrUsual(),
                options.entryOrUsual(),
                micros(window()),
                micros(options.stepWindow()),
                options.toleranceMicros(),
                Micros.of(period.start()),
                Micros.of(period.end()),
                Micros.of(asOf));
    }

    /** First instant of interest: a later stage may stand before the entry by the tolerance; a first entry may have been at any time. */
    Instant from() {
        if (options.entryOrUsual() == EntryRule.FIRST_EVER) {
            return IngestRow.EARLIEST;
        }
        return period.start().minusNanos(Math.max(options.toleranceMicros(), 0) * 1_000);
    }

    /** Last instant of interest: no attempt of the period goes on behind its window. */
    Instant to() {
        Duration window = window();
        Instant end = window == null ? asOf : period.end().plus(window);
        return end.isBefore(asOf) ? end : asOf;
    }

    private int optional() {
        int bits = 0;
        for (int stage = 0; stage < version.stages().size(); stage++) {
            bits |= version.stages().get(stage).optional() ? 1 << stage : 0;
        }
        return bits;
    }

    private int skippable() {
        List<FunnelStage> stages = version.stages();
        int bits = 0;
        for (int stage = 1; stage < stages.size(); stage++) {
            bits |= maySkip(stages.get(stage)) ? 1 << stage : 0;
        }
        return bits & ~optional();
    }

    private boolean maySkip(FunnelStage stage) {
        if (options.skipOrUsual() != null) {
            return options.skipOrUsual() == SkipPolicy.SKIP_COUNTS_AS_PASSED;
        }
        return options.orderOrUsual() == StepOrder.ORDERED && stage.match().keptByPeople();
    }

    private static long micros(@Nullable Duration length) {
        return length == null ? FunnelRules.ENDLESS : Micros.of(length);
    }
}
