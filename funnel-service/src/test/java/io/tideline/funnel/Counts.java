package io.tideline.funnel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often things happened, and to how many customers. A funnel whose second stage nobody reaches counts the events of its first: read with NEAREST each of
 * them opens an attempt of its own.
 */
final class Counts {
    static final String EACH = "unit: ATTEMPT, reentry: NEAREST";
    private static final String NOBODY = "nobody did this";
    private static final String PERIOD = "period: { from: \"2009-01-01\", to: \"2025-01-01\", timeZone: \"UTC\" }";
    private static final int MOST_STAGES = 20;

    private final String tenant;
    private final List<String> names;

    /** @param names of events that happened */
    Counts(String tenant, List<String> names) {
        this.tenant = tenant;
        this.names = List.copyOf(names);
        names.forEach(name -> Api.define(tenant, key(name), List.of(name, NOBODY), Map.of()));
    }

    /** Of the funnel that an event of this name enters. */
    static String key(String name) {
        return "count-" + name.replaceAll("[^A-Za-z0-9]", "_");
    }

    Map<String, Integer> events() {
        return entered(EACH);
    }

    /** @param instant the last one that counts */
    Map<String, Integer> eventsUpTo(String instant) {
        return entered(EACH + ", asOf: \"" + instant + "\"");
    }

    Map<String, Integer> customers() {
        return entered("reentry: FIRST_ENTRY");
    }

    /** Customers to whom any of the first twenty happened. */
    int anybody() {
        Api.define(tenant, "anybody", names.subList(0, Math.min(names.size(), MOST_STAGES)), Map.of());
        return Api.as(tenant, "executive")
                .data("{ funnel(key: \"anybody\") { result(" + PERIOD
                        + ", options: { order: ANY_ORDER }) { entered } } }")
                .at("/funnel/result/entered")
                .asInt();
    }

    private Map<String, Integer> entered(String options) {
        StringBuilder query = new StringBuilder("{");
        for (int at = 0; at < names.size(); at++) {
            query.append(" n%d: funnel(key: \"%s\") { result(%s, options: { %s }) { entered } }"
                    .formatted(at, key(names.get(at)), PERIOD, options));
        }
        JsonNode found = Api.as(tenant, "executive").data(query.append(" }").toString());
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int at = 0; at < names.size(); at++) {
            counts.put(names.get(at), found.at("/n" + at + "/result/entered").asInt());
        }
        return counts;
    }

    /** By what a property of the events said; the empty text stands for nothing. */
    Map<String, Integer> by(String property, String name, String options) {
        JsonNode groups = Api.as(tenant, "executive")
                .data(
                        "{ funnel(key: \"%s\") { propertyGroups(property: \"%s\", %s, options: { %s }) { value result { entered } } } }"
                                .formatted(key(name), property, PERIOD, options))
                .at("/funnel/propertyGroups");
        Map<String, Integer> counts = new LinkedHashMap<>();
        groups.forEach(group -> counts.put(
                group.get("value").asText(), group.at("/result/entered").asInt()));
        return counts;
    }

    static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
