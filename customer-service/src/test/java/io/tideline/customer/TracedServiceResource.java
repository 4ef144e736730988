package io.tideline.customer;

import io.tideline.test.ServiceTestResource;
import io.tideline.test.SpansForTests;
import java.util.HashMap;
import java.util.Map;

/** The service with traces, which stay in this process. */
public class TracedServiceResource extends ServiceTestResource {
    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        config.putAll(SpansForTests.ON);
        return config;
    }
}
