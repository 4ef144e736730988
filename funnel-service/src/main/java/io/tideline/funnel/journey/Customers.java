package io.tideline.funnel.journey;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some customers to look up.
 *
 * @param first none of them comes before this one
 * @param next all of them come before this one, unless it is null
 * @param only null where all between are meant
 */
record Customers(UUID first, @Nullable UUID next, @Nullable List<UUID> only) {
    /** Those of neighbouring blocks. */
    static Customers ofBlocks(List<Row> blocks) {
        return new Customers(
                blocks.get(0).getUUID("first_customer"),
                blocks.get(blocks.size() - 1).getUUID("next_first"),
                null);
    }

    static Customers ofFacts(List<Row> facts) {
        return new Customers(
                CustomerIds.FIRST,
                null,
                facts.stream().map(row -> row.getUUID("customer_id")).toList());
    }

    /** Binds three parameters. */
    Tuple addTo(Tuple arguments) {
        return arguments.addUUID(first).addUUID(next).addArrayOfUUID(only == null ? null : only.toArray(UUID[]::new));
    }
}
