package io.tideline.funnel.journey;

import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.platform.sql.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whatever may happen to customers of one organisation, late, twice and out of order. */
final class RandomHistory {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final int CUSTOMERS = 40;

    private final String tenant;
    private final Random random;
    private final FeedForTests feed;
    /** Since when each customer's market has been what, as it was told. */
    private final Map<Integer, NavigableMap<Instant, String>> markets = new HashMap<>();
    /** Merged into others, or erased. */
    private final Set<Integer> gone = new HashSet<>();
    /** Merges that can be taken back. */
    private final NavigableMap<Integer, Integer> into = new TreeMap<>();

    RandomHistory(String tenant, Random random, FeedForTests feed) {
        this.tenant = tenant;
        this.random = random;
        this.feed = feed;
    }

    void happen() {
        switch (random.nextInt(9)) {
            case 0 -> feed.tell(tenant, "customer.changed", some(5, this::change));
            case 1 -> merge();
            case 2 -> feed.tell(tenant, "order.recorded", some(5, this::order));
            case 3 -> feed.tell(tenant, "tag.interval", List.of(tag()));
            case 4 -> erase();
            case 5 -> undo();
            default -> Api.ingest(tenant, some(60, this::event));
        }
    }

    private <T> List<T> some(int most, java.util.function.Supplier<T> one) {
        return Stream.generate(one).limit(1 + random.nextInt(most)).toList();
    }

    /** Late, out of order, several at one instant, some sent before. */
    private Map<String, String> event() {
        return event("e" + random.nextInt(400), random.nextInt(CUSTOMERS), "n" + random.nextInt(4), at());
    }

    private static Map<String, String> event(String id, int customer, String name, Instant at) {
        return Api.event(id, "c" + customer, name, at.toString());
    }

    private Instant at() {
        return START.plusMillis(random.nextInt(20) * 250L);
    }

    /** Values from the beginning and since some instant, in any order; the last in time is the one of today. */
    private Map<String, Object> change() {
        int customer = random.nextInt(CUSTOMERS);
        String market = "m" + random.nextInt(3);
        NavigableMap<Instant, String> known = markets.computeIfAbsent(customer, met -> new TreeMap<>());
        boolean isDated = known.size() > 1 || random.nextBoolean();
        known.put(isDated ? at() : Instant.MIN, market);
        Map<String, Object> dimensions = new HashMap<>();
        dimensions.put("market", known.lastEntry().getValue());
        if (known.size() > 1 || isDated) {
            List<Map<String, String>> values = new ArrayList<>();
            known.forEach((from, value) -> values.add(
                    from.equals(Instant.MIN)
                            ? Map.of("dimension", "MARKET", "value", value)
                            : Map.of("dimension", "MARKET", "value", value, "since", from.toString())));
            Collections.shuffle(values, random);
            dimensions.put("values", values);
        }
        return Facts.customer(tenant, "c" + customer, dimensions);
    }

    private Map<String, Object> order() {
        return Facts.order(tenant, "o" + random.nextInt(50), "c" + random.nextInt(CUSTOMERS), at().toString());
    }

    private Map<String, Object> tag() {
        return Facts.tag(tenant, "c" + random.nextInt(CUSTOMERS), "t" + random.nextInt(1000), at().toString(), null);
    }

    /** Nobody is merged into a customer that is gone. */
    private void merge() {
        int from = random.nextInt(CUSTOMERS);
        int stays = random.nextInt(CUSTOMERS);
        if (from == stays || gone.contains(from) || gone.contains(stays)) {
            return;
        }
        Api.ingest(tenant, List.of(event("m" + from, from, "n0", START), event("m" + stays, stays, "n1", START)));
        feed.tell(tenant, "customer.alias", Map.of("from", id(from), "to", id(stays)));
        gone.add(from);
        into.put(from, stays);
    }

    /** One that went comes back with those that had gone into it. */
    private void undo() {
        if (into.isEmpty()) {
            return;
        }
        int back = List.copyOf(into.keySet()).get(random.nextInt(into.size()));
        into.remove(back);
        gone.remove(back);
        List<String> members = new ArrayList<>(List.of(id(back)));
        into.keySet().stream().filter(each -> last(each) == back).forEach(each -> members.add(id(each)));
        feed.tell(tenant, "customer.alias.undone", Map.of("id", id(back), "members", members, "tags", List.of()));
    }

    private int last(int customer) {
        int last = customer;
        for (Integer next = into.get(last); next != null; next = into.get(last)) {
            last = next;
        }
        return last;
    }

    private void erase() {
        int customer = random.nextInt(CUSTOMERS);
        if (gone.add(customer)) {
            into.keySet().removeIf(each -> last(each) == customer);
            feed.tell(tenant, "customer.erased", Map.of("id", id(customer)));
        }
    }

    private String id(int customer) {
        return Ids.uuid(tenant, "customer", "c" + customer).toString();
    }
}
