package io.tideline.survey;

import io.tideline.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void theHouseRulesHold() {
        HouseRules.checkService("io.tideline.survey");
    }
}
