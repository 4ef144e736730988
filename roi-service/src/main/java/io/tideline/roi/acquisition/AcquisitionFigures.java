package io.tideline.roi.acquisition;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one cell of a period cost and brought.
 *
 * @param won new paying customers
 * @param seconds time from their first orders to the end of the period or now, all together
 * @param worth what they brought, by currency
 * @param credited revenue of the period that campaigns are credited with, by currency
 * @param spend by currency
 */
record AcquisitionFigures(
        long won,
        BigDecimal seconds,
        Map<String, Worth> worth,
        Map<String, BigDecimal> credited,
        Map<String, Spend> spend) {
    static final AcquisitionFigures NONE = new AcquisitionFigures(0, BigDecimal.ZERO, Map.of(), Map.of(), Map.of());

    /**
     * @param untilNow net amount since the first order
     * @param inPeriod the part of it within the period
     * @param orders orders within the period
     */
    record Worth(BigDecimal untilNow, BigDecimal inPeriod, long orders) {
        static final Worth NONE = new Worth(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        Worth plus(Worth more) {
            return new Worth(untilNow.add(more.untilNow), inPeriod.add(more.inPeriod), orders + more.orders);
        }
    }

    AcquisitionFigures {
        worth = new TreeMap<>(worth);
        credited = new TreeMap<>(credited);
        spend = new TreeMap<>(spend);
    }

    Set<String> currencies() {
        Set<String> present = new TreeSet<>(worth.keySet());
        present.addAll(credited.keySet());
        present.addAll(spend.keySet());
        return present;
    }

    AcquisitionFigures withWon(long more, BigDecimal moreSeconds) {
        return new AcquisitionFigures(won + more, seconds.add(moreSeconds), worth, credited, spend);
    }

    AcquisitionFigures withWorth(String currency, Worth more) {
        Map<String, Worth> sum = new TreeMap<>(worth);
        sum.merge(currency, more, Worth::plus);
        return new AcquisitionFigures(won, seconds, sum, credited, spend);
    }

    AcquisitionFigures withCredited(String currency, BigDecimal more) {
        Map<String, BigDecimal> sum = new TreeMap<>(credited);
        sum.merge(currency, more, BigDecimal::add);
        return new AcquisitionFigures(won, seconds, worth, sum, spend);
    }

    AcquisitionFigures withSpend(Map<String, Spend> spent) {
        return new AcquisitionFigures(won, seconds, worth, credited, spent);
    }
}
