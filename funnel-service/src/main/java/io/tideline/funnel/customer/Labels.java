package io.tideline.funnel.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What groups of a dimension are called. */
@ApplicationScoped
public class Labels {
    private static final String NAMES = Sql.load(Labels.class, "label_names.sql");

    private final Database database;

    Labels(Database database) {
        this.database = database;
    }

    /** A group as clients see it: the global id of a thing, or the plain value. */
    public record Group(String key, String label) {}

    /** By stored value, what each group is called; the empty value stands for customers without one. */
    public Uni<Map<String, Group>> of(String tenant, Dimension dimension, Collection<String> values) {
        Map<String, Group> groups = new HashMap<>();
        values.forEach(value -> groups.put(value, plain(dimension, value)));
        if (typeOf(dimension).isEmpty()) {
            return Uni.createFrom().item(groups);
        }
        UUID[] ids = values.stream()
                .filter(value -> !value.isEmpty())
                .map(UUID::fromString)
                .toArray(UUID[]::new);
        return database.query(
                        tenant,
                        NAMES,
                        Tuple.tuple()
                                .addString(tenant)
                                .addString(dimension.name())
                                .addArrayOfUUID(ids))
                .map(rows -> {
                    rows.forEach(row -> groups.computeIfPresent(
                            row.getUUID("label_id").toString(),
                            (value, group) -> new Group(group.key(), row.getString("shown"))));
                    return groups;
                });
    }

    private static Group plain(Dimension dimension, String value) {
        String type = typeOf(dimension);
        boolean isThing = !value.isEmpty() && !type.isEmpty();
        return new Group(isThing ? GlobalId.of(type, UUID.fromString(value)) : value, value.isEmpty() ? "–" : value);
    }

    private static String typeOf(Dimension dimension) {
        return switch (dimension) {
            case MARKET, LANGUAGE, SOURCE -> "";
            case CAMPAIGN -> "Campaign";
            case CHANNEL_ACCOUNT -> "ChannelAccount";
            case TEAM -> "Team";
            case AGENT -> "Agent";
        };
    }
}
