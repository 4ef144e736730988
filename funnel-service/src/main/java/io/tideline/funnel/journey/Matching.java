package io.tideline.funnel.journey;

import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.sql.Ids;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which customers a filter lets through. Teams and agents count where the customer was in their care at any time; the reader decides by the time of what it
 * counts.
 */
final class Matching {
    private static final Set<Dimension> HELD_BY = Set.of(Dimension.TEAM, Dimension.AGENT);

    /** Wanted at the time of what counts; agents and teams are in {@link #atSomeTime}. */
    private final Map<Dimension, Set<String>> then = new EnumMap<>(Dimension.class);

    private final Map<Dimension, Set<String>> atSomeTime = new EnumMap<>(Dimension.class);

    Matching(CustomerFilter filter) {
        SegmentInput segment = filter.segment();
        narrow(then, Dimension.MARKET, segment.markets());
        narrow(then, Dimension.LANGUAGE, segment.languages());
        narrow(then, Dimension.SOURCE, segment.sources());
        narrow(then, Dimension.CAMPAIGN, ids("Campaign", segment.campaigns()));
        narrow(then, Dimension.CHANNEL_ACCOUNT, ids("ChannelAccount", segment.channelAccounts()));
        narrow(atSomeTime, Dimension.TEAM, ids("Team", segment.teams()));
        narrow(atSomeTime, Dimension.AGENT, ids("Agent", segment.agents()));
        see(filter, Dimension.TEAM, "team", filter.visibility().team());
        see(filter, Dimension.AGENT, "agent", filter.visibility().agent());
    }

    /** Whether customers' dimensions must be known. */
    static boolean needsDimensions(CustomerFilter filter, @Nullable Dimension group) {
        SegmentInput segment = filter.segment();
        return group != null
                || needsCare(filter, null)
                || segment.markets() != null
                || segment.languages() != null
                || segment.sources() != null
                || segment.campaigns() != null
                || segment.channelAccounts() != null;
    }

    /** Whether it matters in whose care customers were. */
    static boolean needsCare(CustomerFilter filter, @Nullable Dimension group) {
        return (group != null && HELD_BY.contains(group))
                || filter.segment().teams() != null
                || filter.segment().agents() != null
                || filter.visibility().team() != null
                || filter.visibility().agent() != null;
    }

    boolean accepts(UUID customer, Function<Dimension, String> dimensions, FormerValues former, Beside beside) {
        @Nullable Set<UUID> carriers = beside.carriers();
        if (carriers != null && !carriers.contains(customer)) {
            return false;
        }
        return (matches(then, dimensions) || wasOnceOther(former))
                && (atSomeTime.isEmpty() || beside.care().containsKey(customer) || matches(atSomeTime, dimensions));
    }

    /** What matters of the customer's past. */
    PackedJourney.Past past(UUID customer, Function<Dimension, String> dimensions, FormerValues former, Beside beside) {
        @Nullable CareHistory care = care(beside.care().get(customer), dimensions);
        return care == null && former.isEmpty()
                ? PackedJourney.Past.NOTHING
                : new PackedJourney.Past(care, former, segment(dimensions, former));
    }

    /** Null where the customer has always been in the same hands, or where it does not matter. */
    private static @Nullable CareHistory care(@Nullable String spells, Function<Dimension, String> dimensions) {
        return spells == null
                ? null
                : CareHistory.read(spells
                        + CareHistory.holder(dimensions.apply(Dimension.AGENT))
                        + " "
                        + CareHistory.holder(dimensions.apply(Dimension.TEAM)));
    }

    private boolean wasOnceOther(FormerValues former) {
        return !former.isEmpty() && then.keySet().stream().anyMatch(former::tellOf);
    }

    /** Null where the customer's values of what is asked for have always been the same. */
    private @Nullable LongPredicate segment(Function<Dimension, String> dimensions, FormerValues former) {
        if (!wasOnceOther(former)) {
            return null;
        }
        Map<Dimension, String> today = new EnumMap<>(Dimension.class);
        then.keySet().forEach(dimension -> today.put(dimension, dimensions.apply(dimension)));
        return micros -> matches(then, dimension -> former.at(dimension, micros, today.getOrDefault(dimension, "")));
    }

    private static boolean matches(Map<Dimension, Set<String>> wanted, Function<Dimension, String> dimensions) {
        for (Map.Entry<Dimension, Set<String>> each : wanted.entrySet()) {
            String value = dimensions.apply(each.getKey());
            if (value.isEmpty() || !each.getValue().contains(value)) {
                return false;
            }
        }
        return true;
    }

    private static void narrow(Map<Dimension, Set<String>> wanted, Dimension dimension, @Nullable List<String> values) {
        if (values != null) {
            if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw AppException.badInput("segment", "The text holds a character that cannot be stored.");
            }
            wanted.merge(dimension, Set.copyOf(values), (one, other) -> one.stream()
                    .filter(other::contains)
                    .collect(Collectors.toSet()));
        }
    }

    private void see(CustomerFilter filter, Dimension dimension, String kind, @Nullable String externalId) {
        if (externalId != null) {
            narrow(
                    atSomeTime,
                    dimension,
                    List.of(Ids.uuid(filter.tenant(), kind, externalId).toString()));
        }
    }

    private static @Nullable List<String> ids(String type, @Nullable List<String> globalIds) {
        return globalIds == null
                ? null
                : globalIds.stream()
                        .map(id -> GlobalId.uuid(type, id).toString())
                        .toList();
    }
}
