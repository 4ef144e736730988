package io.tideline.funnel.event;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.NamedCustomer;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes a moment of every order. A refund is none: it takes nothing back that happened to the customer before. */
@ApplicationScoped
class OrderRecorded implements FeedHandler {
    private final Moments moments;

    OrderRecorded(Moments moments) {
        this.moments = moments;
    }

    @Override
    public String type() {
        return "order.recorded";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        List<Moment> orders = events.stream()
                .filter(event -> !event.is("refund"))
                .map(OrderRecorded::moment)
                .toList();
        return orders.isEmpty()
                ? Uni.createFrom().voidItem()
                : moments.append(transaction, tenant, orders).replaceWithVoid();
    }

    private static Moment moment(FeedEvent event) {
        return new Moment(
                event.uuid("id"),
                new NamedCustomer(event.uuid("customerId"), event.text("customer")),
                MomentName.ORDER,
                event.instant("at"),
                null);
    }
}
