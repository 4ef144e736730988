package io.tideline.roi.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.platform.graph.Dimension;
import io.tideline.roi.acquisition.AllocationRules.Cost;
import io.tideline.roi.cut.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllocationRulesTest {
    private static final UUID MAIL = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID ADS = UUID.fromString("00000000-0000-0000-0000-000000000002");

    private final Newcomers newcomers = new Newcomers();

    @Test
    void dividesACampaignByTheCustomersItWon() {
        newcomers.add(new Place(1, "de"), MAIL, 3, 3);
        newcomers.add(new Place(1, "us"), MAIL, 1, 1);
        newcomers.add(new Place(1, "us"), ADS, 9, 9);

        var spent = AllocationRules.allocate(List.of(cost(MAIL, "400")), newcomers, Dimension.MARKET, false);

        assertThat(full(spent, "de")).isEqualByComparingTo("300");
        assertThat(full(spent, "us")).isEqualByComparingTo("100");
    }

    @Test
    void dividesACostOfNoCampaignByAllCustomersWon() {
        newcomers.add(new Place(1, "de"), MAIL, 1, 1);
        newcomers.add(new Place(1, "us"), ADS, 2, 2);
        newcomers.add(new Place(1, "us"), null, 1, 1);

        var spent = AllocationRules.allocate(List.of(cost(null, "400")), newcomers, Dimension.MARKET, false);

        assertThat(full(spent, "de")).isEqualByComparingTo("100");
        assertThat(full(spent, "us")).isEqualByComparingTo("300");
    }

    @Test
    void leavesTheCostOfACampaignThatWonNobodyInTheGroupWithoutValue() {
        newcomers.add(new Place(1, "de"), MAIL, 1, 1);

        var spent = AllocationRules.allocate(List.of(cost(ADS, "50")), newcomers, Dimension.MARKET, false);

        assertThat(full(spent, "")).isEqualByComparingTo("50");
        assertThat(AllocationRules.allocate(List.of(cost(ADS, "50")), newcomers, Dimension.MARKET, true))
                .isEmpty();
    }

    @Test
    void givesEachCampaignItsOwnCost() {
        newcomers.add(new Place(1, MAIL.toString()), MAIL, 1, 1);

        var spent = AllocationRules.allocate(
                List.of(cost(MAIL, "400"), cost(ADS, "50"), cost(null, "7")), newcomers, Dimension.CAMPAIGN, false);

        assertThat(full(spent, MAIL.toString())).isEqualByComparingTo("400");
        assertThat(full(spent, ADS.toString())).isEqualByComparingTo("50");
        assertThat(full(spent, "")).isEqualByComparingTo("7");
    }

    @Test
    void givesASegmentItsShareOfTheCustomersWon() {
        newcomers.add(Place.WHOLE, MAIL, 1, 3);

        var spent = AllocationRules.allocate(List.of(cost(MAIL, "300")), newcomers, null, true);

        assertThat(full(spent, "")).isEqualByComparingTo("100");
    }

    @Test
    void addsUpToTheWholeExactly() {
        newcomers.add(new Place(1, "a"), MAIL, 1, 1);
        newcomers.add(new Place(1, "b"), MAIL, 1, 1);
        newcomers.add(new Place(1, "c"), MAIL, 1, 1);

        var spent = AllocationRules.allocate(List.of(cost(MAIL, "100")), newcomers, Dimension.SOURCE, false);

        BigDecimal sum = full(spent, "a").add(full(spent, "b")).add(full(spent, "c"));
        assertThat(sum.subtract(new BigDecimal(100)).abs()).isLessThan(new BigDecimal("1e-30"));
    }

    private static Cost cost(@Nullable UUID campaign, String amount) {
        return new Cost(1, campaign, "EUR", Spend.line(new BigDecimal(amount), false));
    }

    private static BigDecimal full(Map<Place, Map<String, Spend>> spent, String key) {
        return spent.getOrDefault(new Place(1, key), Map.of())
                .getOrDefault("EUR", Spend.NONE)
                .full();
    }
}
