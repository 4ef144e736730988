package io.tideline.funnel.event;

import static io.tideline.funnel.customer.Columns.instants;
import static io.tideline.funnel.customer.Columns.integers;
import static io.tideline.funnel.customer.Columns.texts;
import static io.tideline.funnel.customer.Columns.uuids;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.KnownCustomers;
import io.tideline.funnel.customer.NamedCustomer;
import io.tideline.funnel.journey.PackJourneys;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Stores moments inside the caller's transaction: their names, their customers, then the moments themselves in one statement. */
@ApplicationScoped
public class Moments {
    /** Most moments of one call, as the numbering of a batch allows. */
    public static final int MAX_BATCH = 16_384;

    private static final String APPEND = Sql.load(Moments.class, "append_events.sql");

    private final MomentNames names;
    private final KnownCustomers customers;
    private final PackJourneys packing;

    Moments(MomentNames names, KnownCustomers customers, PackJourneys packing) {
        this.names = names;
        this.customers = customers;
        this.packing = packing;
    }

    private record Placed(int place, Moment moment) {}

    /** Places of those moments that were stored before, stand earlier in the same batch or are of somebody who was erased: they change nothing. */
    public Uni<Set<Integer>> append(SqlConnection transaction, String tenant, List<Moment> moments) {
        Set<Integer> duplicates = new HashSet<>();
        List<Placed> once = once(moments, duplicates);
        Set<MomentName> wanted = moments.stream().map(Moment::name).collect(Collectors.toSet());
        Set<NamedCustomer> named = moments.stream().map(Moment::customer).collect(Collectors.toSet());
        return names.resolve(transaction, tenant, wanted)
                .flatMap(ids -> customers
                        .meet(transaction, tenant, named)
                        .map(fate ->
                                arguments(tenant, withoutErased(once, fate.erased(), duplicates), ids, fate.merged())))
                .flatMap(arguments -> transaction.preparedQuery(APPEND).execute(arguments))
                .map(rows -> {
                    rows.forEach(row -> duplicates.add(row.getInteger("place")));
                    packing.soon(tenant);
                    return duplicates;
                });
    }

    /** In the order of ids, so that two batches with the same ids wait for each other instead of blocking each other. */
    private static List<Placed> once(List<Moment> moments, Set<Integer> duplicates) {
        Set<UUID> ids = new HashSet<>();
        List<Placed> once = new ArrayList<>(moments.size());
        IntStream.range(0, moments.size()).forEach(place -> {
            if (ids.add(moments.get(place).id())) {
                once.add(new Placed(place, moments.get(place)));
            } else {
                duplicates.add(place);
            }
        });
        once.sort((one, other) -> one.moment().id().compareTo(other.moment().id()));
        return once;
    }

    private static List<Placed> withoutErased(List<Placed> placed, Set<UUID> erased, Set<Integer> unstored) {
        if (erased.isEmpty()) {
            return placed;
        }
        List<Placed> left = new ArrayList<>(placed.size());
        placed.forEach(each -> {
            if (erased.contains(each.moment().customer().id())) {
                unstored.add(each.place());
            } else {
                left.add(each);
            }
        });
        return left;
    }

    private static Tuple arguments(
            String tenant, List<Placed> placed, Map<MomentName, Integer> ids, Map<UUID, UUID> merged) {
        List<Moment> moments = placed.stream().map(Placed::moment).toList();
        return Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(uuids(moments, Moment::id))
                .addArrayOfUUID(uuids(moments, moment -> {
                    UUID named = moment.customer().id();
                    return merged.getOrDefault(named, named);
                }))
                .addArrayOfInteger(integers(moments, moment -> ids.get(moment.name())))
                .addArrayOfOffsetDateTime(instants(moments, Moment::at))
                .addArrayOfString(texts(moments, Moment::properties))
                .addArrayOfInteger(integers(placed, Placed::place))
                .addArrayOfUUID(uuids(moments, moment -> {
                    UUID named = moment.customer().id();
                    return merged.containsKey(named) ? named : null;
                }));
    }
}
