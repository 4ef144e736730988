package io.tideline.survey.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes over what answers are broken down by; of several changes of one customer the latest counts. */
@ApplicationScoped
class CustomerChanged implements FeedHandler {
    private static final Map<String, LabelKind> LABELLED = Map.of(
            "agent", LabelKind.AGENT,
            "team", LabelKind.TEAM,
            "channelAccount", LabelKind.CHANNEL_ACCOUNT,
            "campaign", LabelKind.CAMPAIGN);

    private final CustomerStore store;
    private final CountedMoves moves;

    CustomerChanged(CustomerStore store, CountedMoves moves) {
        this.store = store;
        this.moves = moves;
    }

    @Override
    public String type() {
        return "customer.changed";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        List<CustomerCopy> told = events.stream()
                .map(event -> customer(tenant, event))
                .sorted(Comparator.comparing(CustomerCopy::at))
                .toList();
        Map<UUID, CustomerCopy> customers = new LinkedHashMap<>();
        told.forEach(customer -> customers.put(customer.id(), customer));
        List<Label> labels = events.stream()
                .flatMap(event -> labels(tenant, event))
                .distinct()
                .toList();
        return moves.ofCustomers(transaction, tenant, told, () -> store.endCare(transaction, tenant, told)
                        .flatMap(ended -> store.changeCustomers(transaction, tenant, List.copyOf(customers.values()))))
                .flatMap(changed -> store.meet(transaction, tenant, labels));
    }

    private static CustomerCopy customer(String tenant, FeedEvent event) {
        return new CustomerCopy(
                event.uuid("id"),
                event.occurredAt(),
                event.text("externalId"),
                event.textOrNull("market"),
                event.textOrNull("language"),
                event.textOrNull("source"),
                id(tenant, LabelKind.CAMPAIGN, event.textOrNull("campaign")),
                id(tenant, LabelKind.CHANNEL_ACCOUNT, event.textOrNull("channelAccount")),
                id(tenant, LabelKind.TEAM, event.textOrNull("team")),
                id(tenant, LabelKind.AGENT, event.textOrNull("agent")));
    }

    private static Stream<Label> labels(String tenant, FeedEvent event) {
        return LABELLED.entrySet().stream()
                .map(field -> {
                    String externalId = event.textOrNull(field.getKey());
                    return externalId == null ? null : Label.met(tenant, field.getValue(), externalId);
                })
                .filter(Objects::nonNull);
    }

    private static @Nullable UUID id(String tenant, LabelKind kind, @Nullable String externalId) {
        return externalId == null ? null : kind.id(tenant, externalId);
    }
}
