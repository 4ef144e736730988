package io.tideline.gateway.http;

import io.tideline.test.SpansForTests;
import java.util.HashMap;
import java.util.Map;

/** The shop with traces, which stay in this process. */
public class TracedShopResource extends ShopResource {
    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        config.putAll(SpansForTests.ON);
        return config;
    }
}
