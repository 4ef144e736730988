package io.tideline.roi;

import io.tideline.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void holdInThisService() {
        HouseRules.checkService("io.tideline.roi");
    }
}
