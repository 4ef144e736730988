package io.tideline.roi.campaign;

import java.math.BigDecimal;
import java.util.List;

/** What one campaign sold by one attribution model. */
record CampaignSales(List<Sale> sales) {
    static final CampaignSales NONE = new CampaignSales(List.of());

    /** Net amount and number of orders in one currency. */
    record Sale(String currency, BigDecimal amount, long deals) {}

    CampaignSales {
        sales = List.copyOf(sales);
    }

    long deals() {
        return sales.stream().mapToLong(Sale::deals).sum();
    }
}
