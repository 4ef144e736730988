package io.tideline.funnel;

import io.tideline.platform.sql.Ids;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts as other services tell them. */
public final class Facts {
    private Facts() {}

    public static Map<String, Object> customer(String tenant, String externalId, Map<String, ?> dimensions) {
        Map<String, Object> fact = new LinkedHashMap<>(dimensions);
        fact.put("id", Ids.uuid(tenant, "customer", externalId).toString());
        fact.put("externalId", externalId);
        fact.put("placeholder", false);
        return fact;
    }

    public static Map<String, Object> tag(
            String tenant, String customer, String tag, String from, @Nullable String until) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("customerId", Ids.uuid(tenant, "customer", customer).toString());
        fact.put("customer", customer);
        fact.put("tag", tag);
        fact.put("from", from);
        fact.put("until", until);
        return fact;
    }

    public static Map<String, Object> order(String tenant, String id, String customer, String at) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("id", Ids.uuid(tenant, "order", id).toString());
        fact.put("externalId", id);
        fact.put("customer", customer);
        fact.put("customerId", Ids.uuid(tenant, "customer", customer).toString());
        fact.put("at", at);
        fact.put("amount", "10.00");
        fact.put("currency", "EUR");
        fact.put("refund", false);
        return fact;
    }
}
