package io.tideline.gateway.http;

import java.util.HashMap;
import java.util.Map;

/** The shop with traces, which stay in this process. */
public class TracedShopResource extends ShopResource {
    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        config.put("tideline.traces", "otlp");
        config.put("quarkus.otel.bsp.schedule.delay", "20ms");
        return config;
    }
}
