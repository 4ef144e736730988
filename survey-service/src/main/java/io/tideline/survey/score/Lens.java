package io.tideline.survey.score;

import io.tideline.platform.graph.CellBudget;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.time.Period;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which answers are looked at: whose, when, and how many of each customer.
 *
 * @param part whether this is a group or a point of what was asked for
 * @param floor fewer answers of a part or a segment than these are not shown
 * @param budget what readings of parts draw on
 */
record Lens(
        String tenant,
        Period period,
        Segment segment,
        AnswerMode mode,
        Instant asOf,
        boolean part,
        int floor,
        CellBudget budget) {
    Lens(String tenant, Period period, Segment segment, AnswerMode mode, int floor, CellBudget budget) {
        this(tenant, period, segment, mode, Instant.now(), false, floor, budget);
    }

    Lens group(Dimension dimension, String key) {
        return new Lens(tenant, period, segment.narrowedTo(dimension, key), mode, asOf, true, floor, budget);
    }

    Lens point(Period bucket) {
        return new Lens(tenant, bucket, segment, mode, asOf, true, floor, budget);
    }

    Lens of(Segment other) {
        return new Lens(tenant, period, other, mode, asOf, part, floor, budget);
    }

    Lens before() {
        return new Lens(tenant, period.previous(), segment, mode, asOf, part, floor, budget);
    }

    /** Before a part is read or cut once more: the parts that takes are bounded. */
    void take(String argument, int cells) {
        if (part) {
            budget.take(argument, cells);
        }
    }

    /** The floor that holds for what is looked at: the organisation as a whole gives nobody away and has none. */
    int ownFloor() {
        return part || segment.isNarrowed() ? floor : 0;
    }

    /** The first sixteen parameters of the statements that count. */
    Tuple arguments(List<Period> periods, @Nullable Dimension dimension) {
        return Tuple.tuple()
                .addString(tenant)
                .addArrayOfOffsetDateTime(times(periods, Period::start))
                .addArrayOfOffsetDateTime(times(periods, Period::end))
                .addString(dimension == null ? null : dimension.name())
                .addArrayOfString(segment.texts(Dimension.MARKET))
                .addArrayOfString(segment.texts(Dimension.LANGUAGE))
                .addArrayOfString(segment.texts(Dimension.SOURCE))
                .addArrayOfUUID(segment.uuids(Dimension.CAMPAIGN))
                .addArrayOfUUID(segment.uuids(Dimension.CHANNEL_ACCOUNT))
                .addArrayOfUUID(segment.uuids(Dimension.TEAM))
                .addArrayOfUUID(segment.uuids(Dimension.AGENT))
                .addArrayOfString(segment.tags() == null ? null : segment.tags().toArray(String[]::new))
                .addOffsetDateTime(period.end().atOffset(ZoneOffset.UTC))
                .addArrayOfUUID(
                        segment.surveys() == null ? null : segment.surveys().toArray(UUID[]::new))
                .addUUID(segment.onlyTeam())
                .addUUID(segment.onlyAgent());
    }

    private static OffsetDateTime[] times(List<Period> periods, Function<Period, Instant> end) {
        return periods.stream().map(end).map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }
}
