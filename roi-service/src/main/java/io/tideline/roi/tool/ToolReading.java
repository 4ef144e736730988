package io.tideline.roi.tool;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import io.tideline.platform.time.Days;
import io.tideline.roi.customer.Organisation;
import io.tideline.roi.tool.ToolReturnRules.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the months before and after the tool was adopted. */
@ApplicationScoped
public class ToolReading {
    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final MetricDefinition RETURN = CATALOG.definition("tool_roi");
    private static final MetricDefinition INCREMENT = CATALOG.definition("revenue_increment");
    private static final MetricDefinition REVENUE = CATALOG.definition("revenue.net");
    private static final MetricDefinition COST = CATALOG.definition("campaign_cost");

    private final ToolStore store;

    ToolReading(ToolStore store) {
        this.store = store;
    }

    private record Question(Window before, Window after, int months, Organisation organisation, Instant now) {

        List<Instant> bounds() {
            List<LocalDate> days = new ArrayList<>(before.starts());
            days.add(before.to());
            if (after.from().isAfter(before.to())) {
                days.add(after.from());
            }
            days.addAll(after.starts().stream().skip(1).toList());
            if (after.to().isAfter(after.from())) {
                days.add(after.to());
            }
            return days.stream()
                    .map(day -> Days.startOf(day, organisation.zone()))
                    .toList();
        }

        /** Number of the first month after adoption among the stretches between the bounds. */
        int firstAfter() {
            return before.starts().size() + (after.from().isAfter(before.to()) ? 2 : 1);
        }
    }

    Uni<ToolReturnBasis> basis(String tenant, Organisation organisation, LocalDate adoptedOn, int months) {
        Instant now = Instant.now();
        Window after = ToolReturnRules.after(adoptedOn, months, now, organisation.zone());
        Question asked = new Question(ToolReturnRules.before(adoptedOn, months), after, months, organisation, now);
        return Uni.combine()
                .all()
                .unis(
                        store.revenue(tenant, asked.bounds()),
                        store.costs(
                                tenant,
                                Days.startOf(after.from(), organisation.zone()),
                                Days.startOf(after.to(), organisation.zone())))
                .with((revenue, costs) -> basis(asked, revenue, costs));
    }

    private static ToolReturnBasis basis(Question asked, List<ToolStore.Month> revenue, Map<String, BigDecimal> costs) {
        Set<String> present = new TreeSet<>(costs.keySet());
        revenue.forEach(month -> present.add(month.currency()));
        String currency = asked.organisation.currencyFor(present, null);
        List<ToolStore.Month> shown = revenue.stream()
                .filter(month -> month.currency().equals(currency))
                .toList();
        int recordedFrom =
                revenue.stream().mapToInt(ToolStore.Month::month).min().orElse(Integer.MAX_VALUE);
        List<BigDecimal> before =
                amounts(shown, Math.max(1, recordedFrom), asked.before.starts().size());
        int first = asked.firstAfter();
        List<BigDecimal> after =
                amounts(shown, first, first - 1 + asked.after.starts().size());
        return measured(asked, currency, before, after, costs.get(currency));
    }

    /** Amounts of the months {@code first} to {@code last}; a month without any order brought 0. */
    private static List<BigDecimal> amounts(List<ToolStore.Month> months, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> months.stream()
                        .filter(month -> month.month() == number)
                        .map(ToolStore.Month::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
    }

    private static ToolReturnBasis measured(
            Question asked,
            String currency,
            List<BigDecimal> before,
            List<BigDecimal> after,
            @Nullable BigDecimal cost) {
        BigDecimal increment = ToolReturnRules.increment(before, after);
        BigDecimal spent = cost == null ? BigDecimal.ZERO : cost;
        Measure toolReturn = increment == null
                ? Measure.none(RETURN, NoValueReason.NO_DATA, asked.now)
                : Measure.ratio(RETURN, increment.subtract(spent), spent, asked.now)
                        .withCurrency(currency);
        return new ToolReturnBasis(
                before.size(),
                after.size(),
                before.size() < asked.months || after.size() < asked.months,
                money(REVENUE, ToolReturnRules.mean(before), currency, asked.now),
                money(REVENUE, ToolReturnRules.mean(after), currency, asked.now),
                money(INCREMENT, increment, currency, asked.now),
                money(COST, cost, currency, asked.now),
                toolReturn.withSampleSize(after.size()),
                new CurrencyCode(currency));
    }

    private static Measure money(
            MetricDefinition definition, @Nullable BigDecimal amount, String currency, Instant asOf) {
        return amount == null
                ? Measure.none(definition, NoValueReason.NO_DATA, asOf)
                : Measure.money(definition, amount, currency, asOf);
    }
}
