package io.tideline.survey.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes over names of agents, teams, channel accounts and campaigns, and which team an agent is in. */
@ApplicationScoped
class LabelChanged implements FeedHandler {
    private final CustomerStore store;
    private final CountedMoves moves;

    LabelChanged(CustomerStore store, CountedMoves moves) {
        this.store = store;
        this.moves = moves;
    }

    @Override
    public String type() {
        return "label.changed";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> heard) {
        List<FeedEvent> events = heard.stream()
                .sorted(Comparator.comparing(FeedEvent::occurredAt))
                .toList();
        Map<UUID, Label> labels = new LinkedHashMap<>();
        Map<UUID, Instant> since = new LinkedHashMap<>();
        events.forEach(event -> {
            Label label = label(tenant, event);
            labels.put(label.id(), label);
            since.put(label.id(), event.occurredAt());
        });
        List<Membership> told =
                events.stream().flatMap(event -> membership(tenant, event)).toList();
        return moves.ofAgents(transaction, tenant, told, () -> store.endMemberships(transaction, tenant, told)
                .flatMap(ended -> store.changeLabels(
                        transaction, tenant, List.copyOf(labels.values()), List.copyOf(since.values()))));
    }

    private static Stream<Membership> membership(String tenant, FeedEvent event) {
        Label label = label(tenant, event);
        return label.kind() == LabelKind.AGENT
                ? Stream.of(new Membership(label.id(), event.occurredAt(), label.team()))
                : Stream.empty();
    }

    private static Label label(String tenant, FeedEvent event) {
        LabelKind kind = LabelKind.valueOf(event.text("kind"));
        String externalId = event.text("externalId");
        String team = event.textOrNull("team");
        return new Label(
                kind,
                kind.id(tenant, externalId),
                externalId,
                event.textOrNull("name"),
                team == null ? null : LabelKind.TEAM.id(tenant, team));
    }
}
