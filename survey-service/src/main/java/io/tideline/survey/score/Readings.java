package io.tideline.survey.score;

import io.tideline.platform.error.AppException;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import io.tideline.platform.stat.Exact;
import io.tideline.survey.survey.SurveyType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns counts into measures, each by the metric variant asked for. A variant reads answers of one type of survey only. */
final class Readings {
    /** Fewer answers than this make a score swing widely. */
    static final int ENOUGH_ANSWERS = 30;

    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final int ACCOUNT_DIGITS = 12;

    private Readings() {}

    static SurveyType npsType(@Nullable String variant) {
        return typeOf(CATALOG.resolve("nps", variant));
    }

    static Measure nps(
            ScoreCounts counts, SurveyType type, NpsWeighting weighting, NpsInterval interval, Instant asOf) {
        MetricDefinition definition = CATALOG.definition(type.metricVariant());
        if (counts.isHidden(type)) {
            return Measure.none(definition, NoValueReason.TOO_FEW, asOf);
        }
        if (weighting == NpsWeighting.ACCOUNT) {
            return npsOfAccounts(counts, type, definition, asOf);
        }
        NpsScoring score = NpsScoring.of(counts, type);
        Measure points = Measure.ratio(
                        definition,
                        BigDecimal.valueOf(score.promoters() - score.detractors()),
                        BigDecimal.valueOf(score.answers()),
                        asOf)
                .withSampleSize(Math.toIntExact(score.answers()));
        if (score.answers() == 0) {
            return points;
        }
        return points.withInterval(interval == NpsInterval.WALD ? score.wald() : score.adjusted());
    }

    private static Measure npsOfAccounts(
            ScoreCounts counts, SurveyType type, MetricDefinition definition, Instant asOf) {
        BigDecimal accounts = rounded(counts.accounts(type, score -> true));
        BigDecimal net = rounded(
                counts.accounts(type, NpsScoring::isPromoter).subtract(counts.accounts(type, NpsScoring::isDetractor)));
        MetricDefinition weighted = new MetricDefinition(
                definition.key(),
                definition.variant(),
                definition.version(),
                definition.title() + ", customers weighing the same",
                "mean of the customers' own scores; each: " + definition.formula(),
                definition.unit(),
                definition.higherIsBetter(),
                definition.source(),
                definition.description(),
                definition.edgeCases(),
                false);
        return Measure.ratio(weighted, net, accounts, asOf).withSampleSize(accounts.intValue());
    }

    static NpsChange npsChange(ScoreCounts before, ScoreCounts now, SurveyType type, Instant asOf) {
        return NpsChange.of(
                nps(before, type, NpsWeighting.RESPONDENT, NpsInterval.ADJUSTED, asOf),
                NpsScoring.of(before, type),
                nps(now, type, NpsWeighting.RESPONDENT, NpsInterval.ADJUSTED, asOf),
                NpsScoring.of(now, type));
    }

    /** @param seen types answered anywhere in what is shown side by side, so that groups are read on one scale */
    static Measure csat(
            ScoreCounts counts, @Nullable String variant, @Nullable Integer scale, Set<SurveyType> seen, Instant asOf) {
        MetricDefinition definition = CATALOG.resolve("csat", variant);
        SurveyType type = definition.variant().equals(SurveyType.CSAT_5.metricVariant())
                ? SurveyType.CSAT_5
                : csatType(scale, seen);
        return definition.variant().equals("csat.mean")
                ? mean(definition, counts, type, asOf)
                : box(definition, counts, type, asOf);
    }

    static ShareChange csatChange(
            Satisfaction.Counts before,
            Satisfaction.Counts now,
            @Nullable String variant,
            @Nullable Integer scale,
            Instant asOf) {
        MetricDefinition definition = share(CATALOG.resolve("csat", variant));
        boolean answered = now.seen().stream().anyMatch(Readings::isCsat);
        SurveyType type = definition.variant().equals(SurveyType.CSAT_5.metricVariant())
                ? SurveyType.CSAT_5
                : csatType(scale, answered ? now.seen() : before.seen());
        return change(definition, before.scores(), now.scores(), type, asOf);
    }

    static ShareChange cesChange(ScoreCounts before, ScoreCounts now, @Nullable String variant, Instant asOf) {
        MetricDefinition definition = share(CATALOG.resolve("ces", variant));
        return change(definition, before, now, typeOf(definition), asOf);
    }

    private static ShareChange change(
            MetricDefinition definition, ScoreCounts before, ScoreCounts now, SurveyType type, Instant asOf) {
        return ShareChange.of(
                box(definition, before, type, asOf),
                BoxScoring.of(before, type),
                box(definition, now, type, asOf),
                BoxScoring.of(now, type));
    }

    private static MetricDefinition share(MetricDefinition definition) {
        if (definition.variant().endsWith("mean")) {
            throw AppException.badInput("variant", "The change of a mean is not tested: name a share.");
        }
        return definition;
    }

    private static boolean isCsat(SurveyType type) {
        return type.text().startsWith("csat.");
    }

    static Measure ces(ScoreCounts counts, @Nullable String variant, Instant asOf) {
        MetricDefinition definition = CATALOG.resolve("ces", variant);
        SurveyType type = typeOf(definition);
        return definition.variant().endsWith("mean")
                ? mean(definition, counts, type, asOf)
                : box(definition, counts, type, asOf);
    }

    static Measure responseRate(DeliveryCounts counts, @Nullable String variant, Instant asOf) {
        MetricDefinition definition = CATALOG.resolve("response_rate", variant);
        return definition.variant().endsWith(".shown")
                ? rate(definition, counts.hidden().contains("SHOWN"), counts.shownAnswered(), counts.shown(), asOf)
                : rate(definition, counts.hidden().contains("SENT"), counts.sentAnswered(), counts.sent(), asOf);
    }

    static Measure completionRate(DeliveryCounts counts, Instant asOf) {
        return rate(
                CATALOG.definition("completion_rate"),
                counts.hidden().contains("STARTED"),
                counts.startedAnswered(),
                counts.started(),
                asOf);
    }

    /** The type of satisfaction survey on a scale of so many steps; without one, the only scale that was answered on. */
    private static SurveyType csatType(@Nullable Integer scale, Set<SurveyType> seen) {
        List<SurveyType> known =
                Arrays.stream(SurveyType.values()).filter(Readings::isCsat).toList();
        if (scale != null) {
            return known.stream()
                    .filter(type -> type.steps() == scale)
                    .findFirst()
                    .orElseThrow(() -> AppException.badInput("scale", "Known scales are " + steps(known) + "."));
        }
        List<SurveyType> answered = known.stream().filter(seen::contains).toList();
        if (answered.size() > 1) {
            throw AppException.badInput(
                    "scale",
                    "There are answers on scales of " + steps(answered) + ", which are never pooled: name one.");
        }
        return answered.isEmpty() ? SurveyType.CSAT_5 : answered.get(0);
    }

    private static String steps(Collection<SurveyType> types) {
        return types.stream().map(type -> String.valueOf(type.steps())).collect(Collectors.joining(", "));
    }

    private static SurveyType typeOf(MetricDefinition definition) {
        return SurveyType.of(definition.variant())
                .orElseThrow(() -> new IllegalStateException("No survey type is read by " + definition.variant()));
    }

    private static Measure box(MetricDefinition definition, ScoreCounts counts, SurveyType type, Instant asOf) {
        if (counts.isHidden(type)) {
            return Measure.none(definition, NoValueReason.TOO_FEW, asOf);
        }
        BoxScoring box = BoxScoring.of(counts, type);
        return Measure.proportion(definition, box.inside(), box.answers(), asOf);
    }

    private static Measure mean(MetricDefinition definition, ScoreCounts counts, SurveyType type, Instant asOf) {
        if (counts.isHidden(type)) {
            return Measure.none(definition, NoValueReason.TOO_FEW, asOf);
        }
        MeanScoring mean = MeanScoring.of(counts, type);
        Measure measure = Measure.ratio(
                        definition, BigDecimal.valueOf(mean.sum()), BigDecimal.valueOf(mean.answers()), asOf)
                .withSampleSize(Math.toIntExact(mean.answers()));
        return mean.answers() < 2 ? measure : measure.withInterval(mean.interval());
    }

    private static Measure rate(MetricDefinition definition, boolean hidden, long answered, long copies, Instant asOf) {
        if (hidden) {
            return Measure.none(definition, NoValueReason.TOO_FEW, asOf);
        }
        return copies == 0
                ? Measure.none(definition, NoValueReason.NO_DATA, asOf)
                : Measure.proportion(definition, answered, copies, asOf);
    }

    private static BigDecimal rounded(BigDecimal accounts) {
        BigDecimal round = accounts.setScale(ACCOUNT_DIGITS, RoundingMode.HALF_EVEN);
        return round.signum() == 0 ? BigDecimal.ZERO : round.round(Exact.DIGITS).stripTrailingZeros();
    }
}
