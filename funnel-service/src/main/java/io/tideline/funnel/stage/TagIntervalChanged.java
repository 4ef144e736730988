package io.tideline.funnel.stage;

import static io.tideline.funnel.customer.Columns.instants;
import static io.tideline.funnel.customer.Columns.texts;
import static io.tideline.funnel.customer.Columns.uuids;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.KnownCustomers;
import io.tideline.funnel.customer.NamedCustomer;
import io.tideline.funnel.event.Moment;
import io.tideline.funnel.event.MomentName;
import io.tideline.funnel.event.Moments;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps tag intervals; the start of one is also a moment that funnels walk over. */
@ApplicationScoped
class TagIntervalChanged implements FeedHandler {
    private static final String CHANGE = Sql.load(TagIntervalChanged.class, "change_tag_intervals.sql");

    private final Moments moments;
    private final KnownCustomers customers;

    TagIntervalChanged(Moments moments, KnownCustomers customers) {
        this.moments = moments;
        this.customers = customers;
    }

    @Override
    public String type() {
        return "tag.interval";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return customers
                .withoutErased(transaction, tenant, events, event -> event.uuid("customerId"))
                .flatMap(left -> change(transaction, tenant, left));
    }

    private Uni<Void> change(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        List<Moment> starts = events.stream().map(event -> start(tenant, event)).toList();
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(uuids(events, event -> event.uuid("customerId")))
                .addArrayOfString(texts(events, event -> event.text("tag")))
                .addArrayOfOffsetDateTime(instants(events, event -> event.instant("from")))
                .addArrayOfOffsetDateTime(instants(events, event -> event.instantOrNull("until")));
        return moments.append(transaction, tenant, starts)
                .flatMap(appended -> transaction.preparedQuery(CHANGE).execute(arguments))
                .replaceWithVoid();
    }

    private static Moment start(String tenant, FeedEvent event) {
        String interval = event.uuid("customerId") + " " + event.instant("from") + " " + event.text("tag");
        return new Moment(
                Ids.uuid(tenant, "tag", interval),
                new NamedCustomer(event.uuid("customerId"), event.text("customer")),
                MomentName.tag(event.text("tag")),
                event.instant("from"),
                null);
    }
}
