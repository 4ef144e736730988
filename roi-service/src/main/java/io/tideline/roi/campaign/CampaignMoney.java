package io.tideline.roi.campaign;

import io.tideline.platform.graph.CurrencyCode;
import io.tideline.roi.customer.Organisation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one campaign cost and sold, in whatever currencies that was recorded. */
record CampaignMoney(Organisation organisation, List<CostLine> lines, List<AdFigures> ads, CampaignSales sales) {

    CampaignMoney {
        lines = List.copyOf(lines);
        ads = List.copyOf(ads);
    }

    SortedSet<String> currencies() {
        SortedSet<String> present = new TreeSet<>();
        lines.forEach(line -> present.add(line.currency().code()));
        ads.forEach(figures -> present.add(figures.currency()));
        sales.sales().forEach(sale -> present.add(sale.currency()));
        return present;
    }

    String currency(@Nullable CurrencyCode asked) {
        return organisation.currencyFor(currencies(), asked);
    }

    boolean hasSales(String currency) {
        return sales.sales().stream().anyMatch(sale -> sale.currency().equals(currency));
    }

    boolean hasCost(String currency) {
        Set<String> spent = new TreeSet<>();
        lines.forEach(line -> spent.add(line.currency().code()));
        ads.forEach(figures -> spent.add(figures.currency()));
        return spent.contains(currency);
    }

    /** Cost lines and ad spend together. */
    BigDecimal cost(String currency) {
        BigDecimal cost = BigDecimal.ZERO;
        for (CostLine line : lines) {
            cost = line.currency().code().equals(currency)
                    ? cost.add(line.amount().value())
                    : cost;
        }
        for (AdFigures figures : ads) {
            cost = figures.currency().equals(currency) ? cost.add(figures.amount()) : cost;
        }
        return cost;
    }

    BigDecimal revenue(String currency) {
        return sales.sales().stream()
                .filter(sale -> sale.currency().equals(currency))
                .map(CampaignSales.Sale::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
