package io.tideline.survey.score;

import io.tideline.platform.access.Caller;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.survey.customer.LabelKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose answers count: values per dimension, tags, surveys, and what the caller is confined to.
 *
 * @param values texts of MARKET, LANGUAGE and SOURCE, uuids of the others; an empty text or the nil uuid stands for customers without a value
 */
record Segment(
        Map<Dimension, List<String>> values,
        @Nullable List<String> tags,
        @Nullable List<UUID> surveys,
        @Nullable UUID onlyTeam,
        @Nullable UUID onlyAgent) {

    static final UUID NONE = new UUID(0, 0);

    Segment {
        values = new EnumMap<>(values.isEmpty() ? new EnumMap<>(Dimension.class) : values);
        tags = tags == null ? null : List.copyOf(tags);
        surveys = surveys == null ? null : List.copyOf(surveys);
    }

    static Segment of(Caller caller, @Nullable SegmentInput asked, @Nullable List<String> surveys) {
        SegmentInput segment = SegmentInput.orEveryone(asked);
        Map<Dimension, List<String>> values = new EnumMap<>(Dimension.class);
        put(values, Dimension.MARKET, segment.markets());
        put(values, Dimension.LANGUAGE, segment.languages());
        put(values, Dimension.SOURCE, segment.sources());
        put(values, Dimension.CAMPAIGN, uuids(LabelKind.CAMPAIGN, segment.campaigns()));
        put(values, Dimension.CHANNEL_ACCOUNT, uuids(LabelKind.CHANNEL_ACCOUNT, segment.channelAccounts()));
        put(values, Dimension.TEAM, uuids(LabelKind.TEAM, segment.teams()));
        put(values, Dimension.AGENT, uuids(LabelKind.AGENT, segment.agents()));
        Visibility seen = caller.visibility();
        return new Segment(
                values,
                segment.tags(),
                surveys == null
                        ? null
                        : surveys.stream()
                                .map(id -> GlobalId.uuid("Survey", id))
                                .toList(),
                id(caller, LabelKind.TEAM, seen.team()),
                id(caller, LabelKind.AGENT, seen.agent()));
    }

    /** Whether it is less than the whole organisation, or than all of one's own: agents read each answer of their own. */
    boolean isNarrowed() {
        return onlyTeam != null || !narrowings().isEmpty();
    }

    /** What it names customers or answers by. */
    Set<Narrowing> narrowings() {
        Set<Narrowing> named = EnumSet.noneOf(Narrowing.class);
        values.keySet().forEach(dimension -> named.add(Narrowing.valueOf(dimension.name())));
        if (tags != null) {
            named.add(Narrowing.TAGS);
        }
        if (surveys != null) {
            named.add(Narrowing.SURVEYS);
        }
        return named;
    }

    Segment without(Narrowing one) {
        return keeping(EnumSet.complementOf(EnumSet.of(one)));
    }

    Segment only(Narrowing one) {
        return keeping(EnumSet.of(one));
    }

    /** What the caller is confined to stays in any case. */
    private Segment keeping(Set<Narrowing> kept) {
        Map<Dimension, List<String>> left = new EnumMap<>(Dimension.class);
        left.putAll(values);
        left.keySet().removeIf(dimension -> !kept.contains(Narrowing.valueOf(dimension.name())));
        return new Segment(
                left,
                kept.contains(Narrowing.TAGS) ? tags : null,
                kept.contains(Narrowing.SURVEYS) ? surveys : null,
                onlyTeam,
                onlyAgent);
    }

    /** Keys of the groups of a dimension that are named. */
    List<String> keys(Dimension dimension) {
        return values.getOrDefault(dimension, List.of()).stream()
                .map(value -> value.equals(NONE.toString()) ? "" : value)
                .toList();
    }

    private static String valueOf(Dimension dimension, String key) {
        return key.isEmpty() && kindOf(dimension) != null ? NONE.toString() : key;
    }

    /** The part of this segment that shares one group's key. */
    Segment narrowedTo(Dimension dimension, String key) {
        String value = valueOf(dimension, key);
        List<String> known = values.get(dimension);
        Map<Dimension, List<String>> narrowed = new EnumMap<>(Dimension.class);
        narrowed.putAll(values);
        narrowed.put(dimension, known == null || known.contains(value) ? List.of(value) : List.of());
        return new Segment(narrowed, tags, surveys, onlyTeam, onlyAgent);
    }

    String @Nullable [] texts(Dimension dimension) {
        List<String> known = values.get(dimension);
        return known == null ? null : known.toArray(String[]::new);
    }

    UUID @Nullable [] uuids(Dimension dimension) {
        List<String> known = values.get(dimension);
        return known == null ? null : known.stream().map(UUID::fromString).toArray(UUID[]::new);
    }

    /** What names the values of a dimension; null where they are plain texts. */
    static @Nullable LabelKind kindOf(Dimension dimension) {
        return switch (dimension) {
            case MARKET, LANGUAGE, SOURCE -> null;
            case CAMPAIGN -> LabelKind.CAMPAIGN;
            case CHANNEL_ACCOUNT -> LabelKind.CHANNEL_ACCOUNT;
            case TEAM -> LabelKind.TEAM;
            case AGENT -> LabelKind.AGENT;
        };
    }

    private static void put(Map<Dimension, List<String>> values, Dimension dimension, @Nullable List<String> asked) {
        if (asked != null) {
            if (asked.size() > MAX_VALUES) {
                throw AppException.badInput("segment", "A segment names at most " + MAX_VALUES + " values a field.");
            }
            values.put(dimension, List.copyOf(asked));
        }
    }

    private static final int MAX_VALUES = 500;

    private static @Nullable List<String> uuids(LabelKind kind, @Nullable List<String> ids) {
        if (ids == null) {
            return null;
        }
        List<String> uuids = new ArrayList<>();
        ids.forEach(id -> uuids.add(GlobalId.uuid(kind.graphType(), id).toString()));
        return uuids;
    }

    private static @Nullable UUID id(Caller caller, LabelKind kind, @Nullable String externalId) {
        return externalId == null ? null : kind.id(caller.tenant(), externalId);
    }
}
