package io.tideline.survey.score;

import io.tideline.platform.graph.Dimension;
import io.tideline.platform.time.Period;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A question that kept counts may answer: of whole months, and of market and one thing more at most, teams with their agents being one and surveys another.
 * <p>A first or last month that is not whole is left to the statement: it is as good as whole where nothing lies in the rest of it, as in a period up to today.
 *
 * @param cut of the counts
 */
record KeptQuestion(Lens lens, List<Period> periods, @Nullable Dimension dimension, String cut) {
    private static final String MARKET = "MARKET";
    private static final String SURVEY = "SURVEY";
    private static final String CARE = "CARE";

    static Optional<KeptQuestion> of(Lens lens, List<Period> periods, @Nullable Dimension dimension) {
        Segment segment = lens.segment();
        boolean fits = segment.tags() == null && areSurveysKept(lens) && areMonths(periods);
        return fits
                ? cutOf(segment, used(segment, dimension)).map(cut -> new KeptQuestion(lens, periods, dimension, cut))
                : Optional.empty();
    }

    /** The latest answer to one of some surveys is kept for one survey and for all. */
    private static boolean areSurveysKept(Lens lens) {
        List<UUID> surveys = lens.segment().surveys();
        return lens.mode() == AnswerMode.ALL_RESPONSES || surveys == null || surveys.size() <= 1;
    }

    private static boolean areMonths(List<Period> periods) {
        for (int place = 1; place < periods.size(); place++) {
            if (periods.get(place - 1).to().getDayOfMonth() != 1
                    || periods.get(place).from().getDayOfMonth() != 1) {
                return false;
            }
        }
        return true;
    }

    private static Set<Dimension> used(Segment segment, @Nullable Dimension dimension) {
        Set<Dimension> used = EnumSet.noneOf(Dimension.class);
        used.addAll(segment.values().keySet());
        if (dimension != null) {
            used.add(dimension);
        }
        if (segment.onlyTeam() != null) {
            used.add(Dimension.TEAM);
        }
        if (segment.onlyAgent() != null) {
            used.add(Dimension.AGENT);
        }
        used.remove(Dimension.MARKET);
        return used;
    }

    private static Optional<String> cutOf(Segment segment, Set<Dimension> used) {
        if (segment.surveys() != null) {
            return used.isEmpty() ? Optional.of(SURVEY) : Optional.empty();
        }
        if (used.isEmpty()) {
            return Optional.of(MARKET);
        }
        if (EnumSet.of(Dimension.TEAM, Dimension.AGENT).containsAll(used)) {
            return Optional.of(CARE);
        }
        return used.size() == 1 ? Optional.of(used.iterator().next().name()) : Optional.empty();
    }

    Tuple arguments() {
        Segment segment = lens.segment();
        return Tuple.tuple()
                .addString(lens.tenant())
                .addString(zone())
                .addArrayOfLocalDate(months(Period::from, day -> day.withDayOfMonth(1)))
                .addArrayOfLocalDate(months(
                        Period::to, day -> day.minusDays(1).withDayOfMonth(1).plusMonths(1)))
                .addArrayOfOffsetDateTime(instants(Period::start))
                .addArrayOfOffsetDateTime(instants(Period::end))
                .addString(cut)
                .addString(dimension == null ? null : dimension.name())
                .addBoolean(lens.mode() == AnswerMode.LATEST_PER_CUSTOMER)
                .addArrayOfString(segment.texts(Dimension.MARKET))
                .addArrayOfString(values(segment))
                .addArrayOfUUID(segment.uuids(Dimension.TEAM))
                .addArrayOfUUID(segment.uuids(Dimension.AGENT))
                .addUUID(segment.onlyTeam())
                .addUUID(segment.onlyAgent());
    }

    /** As the organisation's zone is called where nobody has told it. */
    private String zone() {
        var zone = lens.period().zone();
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    private String @Nullable [] values(Segment segment) {
        List<UUID> surveys = segment.surveys();
        if (surveys != null) {
            return surveys.stream().map(UUID::toString).toArray(String[]::new);
        }
        List<String> asked =
                cut.equals(MARKET) || cut.equals(CARE) ? null : segment.values().get(Dimension.valueOf(cut));
        return asked == null
                ? null
                : asked.stream()
                        .map(value -> value.equals(Segment.NONE.toString()) ? "" : value)
                        .toArray(String[]::new);
    }

    private LocalDate[] months(Function<Period, LocalDate> day, Function<LocalDate, LocalDate> month) {
        return periods.stream().map(day).map(month).toArray(LocalDate[]::new);
    }

    private OffsetDateTime[] instants(Function<Period, Instant> end) {
        return periods.stream().map(end).map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }
}
