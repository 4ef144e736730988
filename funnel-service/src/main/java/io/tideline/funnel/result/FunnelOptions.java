package io.tideline.funnel.result;

import io.tideline.funnel.funnel.FunnelVersion;
import io.tideline.funnel.match.CountUnit;
import io.tideline.funnel.match.EntryRule;
import io.tideline.funnel.match.FunnelRules;
import io.tideline.funnel.match.ReentryPolicy;
import io.tideline.funnel.match.SkipPolicy;
import io.tideline.funnel.match.StepOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** How a funnel is read. */
@Input("FunnelOptions")
@Description("How a funnel is read.")
public record FunnelOptions(
        @Nullable @DefaultValue("ORDERED") @Description("How the stages must follow one another.") StepOrder order,
        @Nullable
                @Description("Longest time from the first stage to the last, inclusive; by default the definition's. "
                        + "More than 0, at most 366 days.")
                Duration window,
        @Nullable
                @Description(
                        "Longest time from one stage to the next, inclusive; no limit by default. More than 0, at most 366 days.")
                Duration stepWindow,
        @Nullable @DefaultValue("BEST_ENTRY") @Description("Which start counts when a customer enters more than once.")
                ReentryPolicy reentry,
        @Nullable @DefaultValue("CUSTOMER") @Description("What is counted.") CountUnit unit,
        @Nullable
                @Description(
                        "Events that end an attempt when they happen after its start and before its end; `tag:vip` is the start of the tag `vip`. At most 20.")
                List<@NonNull String> exclude,
        @Nullable
                @Description(
                        "Further exclusions, each with its own stretch and effect. Both lists together at most 20.")
                List<@NonNull ExclusionInput> exclusions,
        @Nullable @DefaultValue("MATCHING") @Description("Which moments of the first stage may be an entry.")
                EntryRule entry,
        @Nullable
                @Description(
                        "Name of a property of events that must stay the same on the way: only events with one value of it make an attempt, "
                                + "and what has no such property, tags and orders among them, counts for none. At most 200 characters.")
                String hold,
        @Nullable
                @DefaultValue("30")
                @Description("Fewest entries on either side of a comparison that are tested, 1 to 1,000,000.")
                Integer minimumSample,
        @Nullable
                @DefaultValue("0")
                @Description(
                        "Milliseconds within which two events may stand in either order, 0 to 60,000. With 0, events of one instant keep the order in which they arrived.")
                Integer tieToleranceMs,
        @Nullable
                @Description(
                        "Whether a stage may be skipped; by default stages marked by tags or orders may where the order is ORDERED.")
                SkipPolicy skip,
        @Nullable
                @Description(
                        "Number of the definition to use; by default the one in force at the end of the period, or now if that is sooner.")
                Integer version,
        @Nullable @Description("Instant up to which facts count and at which windows are judged; by default now.")
                Instant asOf,
        @Nullable
                @Description(
                        "Reads as another product would: its re-entry, ties, skipping and effect of exclusions instead of those asked for. "
                                + "A result then also tells which customers we read differently.")
                CompatProfile compat) {
    /** Those of a query that names none. */
    public static final FunnelOptions USUAL =
            new FunnelOptions(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Below it the normal approximation of a proportion says little. */
    private static final int USUAL_MINIMUM = 30;

    /** Written out: the parameters of a short one lose their item types where a newer compiler meets an older JVM. */
    public FunnelOptions(
            @Nullable StepOrder order,
            @Nullable Duration window,
            @Nullable Duration stepWindow,
            @Nullable ReentryPolicy reentry,
            @Nullable CountUnit unit,
            @Nullable List<String> exclude,
            @Nullable List<ExclusionInput> exclusions,
            @Nullable EntryRule entry,
            @Nullable String hold,
            @Nullable Integer minimumSample,
            @Nullable Integer tieToleranceMs,
            @Nullable SkipPolicy skip,
            @Nullable Integer version,
            @Nullable Instant asOf,
            @Nullable CompatProfile compat) {
        this.order = order;
        this.window = window;
        this.stepWindow = stepWindow;
        this.reentry = reentry;
        this.unit = unit;
        this.exclude = exclude == null ? null : List.copyOf(exclude);
        this.exclusions = exclusions == null ? null : List.copyOf(exclusions);
        this.entry = entry;
        this.hold = hold;
        this.minimumSample = minimumSample;
        this.tieToleranceMs = tieToleranceMs;
        this.skip = skip;
        this.version = version;
        this.asOf = asOf;
        this.compat = compat;
    }

    /**
     * The usual options, as of an instant.
     *
     * @param version the definition to use, null for the one in force
     */
    @Ignore
    public static FunnelOptions knownAt(Instant asOf, @Nullable Integer version) {
        return new FunnelOptions(
                null, null, null, null, null, null, null, null, null, null, null, null, version, asOf, null);
    }

    static FunnelOptions orUsual(@Nullable FunnelOptions options) {
        FunnelOptions chosen = options == null ? USUAL : options;
        OptionRules.check(chosen);
        return chosen;
    }

    @Ignore
    StepOrder orderOrUsual() {
        return order == null ? StepOrder.ORDERED : order;
    }

    @Ignore
    ReentryPolicy reentryOrUsual() {
        if (compat != null) {
            return compat.reentry();
        }
        return reentry == null ? ReentryPolicy.BEST_ENTRY : reentry;
    }

    @Ignore
    CountUnit unitOrUsual() {
        return unit == null ? CountUnit.CUSTOMER : unit;
    }

    @Ignore
    @Nullable
    SkipPolicy skipOrUsual() {
        return compat == null ? skip : SkipPolicy.STRICT;
    }

    /** The same question in our own words. */
    @Ignore
    FunnelOptions ours() {
        return new FunnelOptions(
                order,
                window,
                stepWindow,
                reentry,
                unit,
                exclude,
                exclusions,
                entry,
                hold,
                minimumSample,
                tieToleranceMs,
                skip,
                version,
                asOf,
                null);
    }

    @Ignore
    EntryRule entryOrUsual() {
        return entry == null ? EntryRule.MATCHING : entry;
    }

    @Ignore
    public int minimumSampleOrUsual() {
        return minimumSample == null ? USUAL_MINIMUM : minimumSample;
    }

    /** What ends attempts or drops customers, on the way through a definition. */
    @Ignore
    List<Exclusion> exclusions(FunnelVersion version) {
        List<Exclusion> all = new ArrayList<>();
        ExclusionEffect usual = compat == null ? ExclusionEffect.END_ATTEMPT : compat.effect();
        excluded().forEach(name -> all.add(Exclusion.between(name, 0, FunnelRules.MAX_STAGES, usual)));
        List<ExclusionInput> told = bounded();
        for (int at = 0; at < told.size(); at++) {
            all.add(told.get(at).on(version, "options.exclusions." + at, compat));
        }
        return all;
    }

    @Ignore
    List<String> excluded() {
        return exclude == null ? List.of() : exclude;
    }

    @Ignore
    List<ExclusionInput> bounded() {
        return exclusions == null ? List.of() : exclusions;
    }

    @Ignore
    long toleranceMicros() {
        if (compat != null) {
            return compat.toleranceMicros();
        }
        return tieToleranceMs == null || tieToleranceMs == 0 ? FunnelRules.BY_ARRIVAL : tieToleranceMs * 1_000L;
    }
}
