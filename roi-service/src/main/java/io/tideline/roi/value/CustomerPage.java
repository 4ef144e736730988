package io.tideline.roi.value;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.PageRequest;
import io.tideline.roi.campaign.Campaign;
import io.tideline.roi.customer.Organisation;
import io.tideline.roi.gather.Gather;
import io.tideline.roi.value.ValueStore.Wanted;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The customers of one answer: whatever their fields ask for is read with one statement, further pages of orders apart. */
final class CustomerPage {
    private final Gather<Wanted, Map<UUID, CustomerMoney>> money;
    private final Gather<UUID, Optional<Campaign>> campaigns;

    private final Uni<Organisation> organisation;

    CustomerPage(
            Uni<Organisation> organisation,
            Function<Wanted, Uni<Map<UUID, CustomerMoney>>> money,
            Function<Set<UUID>, Uni<Map<UUID, Optional<Campaign>>>> campaigns) {
        this.organisation = organisation.memoize().indefinitely();
        this.money = new Gather<>(wanted -> load(wanted, money));
        this.campaigns = new Gather<>(campaigns);
    }

    Uni<Organisation> organisation() {
        return organisation;
    }

    Uni<@Nullable CustomerMoney> bought(UUID customer) {
        return money.ask(new Wanted(false, 0, null)).map(all -> all.get(customer));
    }

    Uni<@Nullable CustomerMoney> costs(UUID customer) {
        return money.ask(new Wanted(true, 0, null)).map(all -> all.get(customer));
    }

    Uni<@Nullable CustomerMoney> orders(UUID customer, PageRequest page) {
        return money.ask(new Wanted(false, page.size() + 1, page.cursor())).map(all -> all.get(customer));
    }

    Uni<@Nullable Campaign> campaign(UUID id) {
        return campaigns.ask(id).map(found -> found.orElse(null));
    }

    /** Questions that go on from the same place become one. */
    private static Uni<Map<Wanted, Map<UUID, CustomerMoney>>> load(
            Set<Wanted> asked, Function<Wanted, Uni<Map<UUID, CustomerMoney>>> read) {
        Map<Optional<String>, Wanted> merged = new LinkedHashMap<>();
        asked.forEach(one -> merged.merge(Optional.ofNullable(one.after()), one, CustomerPage::both));
        return Multi.createFrom()
                .iterable(new LinkedHashSet<>(merged.values()))
                .onItem()
                .transformToUniAndConcatenate(one -> read.apply(one).map(found -> Map.entry(one, found)))
                .collect()
                .asList()
                .map(found -> spread(asked, merged, found));
    }

    private static Wanted both(Wanted one, Wanted other) {
        return new Wanted(one.costs() || other.costs(), Math.max(one.orders(), other.orders()), one.after());
    }

    private static Map<Wanted, Map<UUID, CustomerMoney>> spread(
            Set<Wanted> asked,
            Map<Optional<String>, Wanted> merged,
            List<Map.Entry<Wanted, Map<UUID, CustomerMoney>>> found) {
        Map<Wanted, Map<UUID, CustomerMoney>> byQuestion = new HashMap<>();
        found.forEach(entry -> byQuestion.put(entry.getKey(), entry.getValue()));
        Map<Wanted, Map<UUID, CustomerMoney>> answers = new HashMap<>();
        asked.forEach(one -> answers.put(
                one, byQuestion.getOrDefault(merged.getOrDefault(Optional.ofNullable(one.after()), one), Map.of())));
        return answers;
    }
}
