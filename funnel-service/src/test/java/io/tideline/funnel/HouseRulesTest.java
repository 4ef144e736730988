package io.tideline.funnel;

import io.tideline.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.checkService("io.tideline.funnel");
    }
}
