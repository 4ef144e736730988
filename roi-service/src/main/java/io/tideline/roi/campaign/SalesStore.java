package io.tideline.roi.campaign;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.sql.Sql;
import io.tideline.platform.time.Period;
import io.tideline.roi.customer.Segment;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What campaigns sold, and who closed the deals. */
@ApplicationScoped
class SalesStore {
    private static final String SALES = Sql.load(SalesStore.class, "campaign_sales.sql");
    private static final String CONTRIBUTION = Sql.load(SalesStore.class, "contribution_of_agents.sql");

    private final Database database;

    SalesStore(Database database) {
        this.database = database;
    }

    /** A campaign credited by a model. */
    record Credit(UUID campaign, AttributionModel model) {}

    /** An agent's deals from mass sends, and how many sends there were. */
    record Contribution(long deals, long sends) {}

    /** @param segment whose campaigns are those asked for */
    Uni<Map<Credit, CampaignSales>> sales(Segment segment) {
        return database.query(segment.tenant(), SALES, segment.arguments()).map(rows -> {
            Map<Credit, List<CampaignSales.Sale>> found = new HashMap<>();
            rows.forEach(row -> found.computeIfAbsent(
                            new Credit(row.getUUID("campaign_id"), AttributionModel.valueOf(row.getString("model"))),
                            credit -> new ArrayList<>())
                    .add(new CampaignSales.Sale(
                            row.getString("currency"), row.getBigDecimal("amount"), row.getLong("deals"))));
            Map<Credit, CampaignSales> sales = new HashMap<>();
            found.forEach((credit, amounts) -> sales.put(credit, new CampaignSales(amounts)));
            return sales;
        });
    }

    /** Agents out of the caller's sight are absent. */
    Uni<Map<UUID, Contribution>> contributions(
            String tenant, Visibility visibility, Collection<UUID> agents, Period period) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(agents.toArray(UUID[]::new))
                .addOffsetDateTime(period.start().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(period.end().atOffset(ZoneOffset.UTC))
                .addUUID(own(tenant, "team", visibility.team()))
                .addUUID(own(tenant, "agent", visibility.agent()));
        return database.query(tenant, CONTRIBUTION, arguments).map(rows -> {
            Map<UUID, Contribution> found = new HashMap<>();
            rows.forEach(row ->
                    found.put(row.getUUID("agent_id"), new Contribution(row.getLong("deals"), row.getLong("sends"))));
            return found;
        });
    }

    private static @Nullable UUID own(String tenant, String kind, @Nullable String external) {
        return external == null ? null : Ids.uuid(tenant, kind, external);
    }
}
