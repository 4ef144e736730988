package io.tideline.funnel.event;

import static io.tideline.funnel.customer.Columns.texts;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.error.AppException;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers of moment names. A number never changes, so one that was seen committed is remembered. */
@ApplicationScoped
public class MomentNames {
    private static final String RESOLVE = Sql.load(MomentNames.class, "resolve_names.sql");
    private static final String FIND = Sql.load(MomentNames.class, "find_names.sql");
    private static final String NAMED = Sql.load(MomentNames.class, "names_by_number.sql");
    private static final int REMEMBERED_PER_TENANT = 20_000;
    private static final int TRIES = 5;

    private final Map<String, Map<MomentName, Integer>> remembered = new ConcurrentHashMap<>();

    /** Numbers of all these names; unknown ones are added. */
    Uni<Map<MomentName, Integer>> resolve(SqlConnection transaction, String tenant, Set<MomentName> names) {
        return resolve(transaction, tenant, names, TRIES);
    }

    /** Numbers of those names that have been met; the others are in no journey. */
    public Uni<Map<MomentName, Integer>> find(SqlConnection connection, String tenant, Set<MomentName> names) {
        Map<MomentName, Integer> known = known(tenant, names);
        if (known.size() == names.size()) {
            return Uni.createFrom().item(known);
        }
        return connection
                .preparedQuery(FIND)
                .execute(arguments(tenant, missing(names, known)))
                .map(rows -> withFound(tenant, known, rows));
    }

    /** Whether all these names were met already, as far as it is known without asking. */
    public boolean remembers(String tenant, Set<MomentName> names) {
        return known(tenant, names).size() == names.size();
    }

    /** Names of numbers. */
    public Uni<Map<Integer, MomentName>> named(SqlConnection connection, String tenant, Collection<Integer> numbers) {
        return connection
                .preparedQuery(NAMED)
                .execute(Tuple.of(tenant, numbers.toArray(Integer[]::new)))
                .map(rows -> {
                    Map<Integer, MomentName> named = new HashMap<>();
                    rows.forEach(row -> named.put(row.getInteger("name_id"), nameOf(row)));
                    return named;
                });
    }

    private Uni<Map<MomentName, Integer>> resolve(
            SqlConnection transaction, String tenant, Set<MomentName> names, int tries) {
        Map<MomentName, Integer> known = known(tenant, names);
        if (known.size() == names.size()) {
            return Uni.createFrom().item(known);
        }
        return transaction
                .preparedQuery(RESOLVE)
                .execute(arguments(tenant, missing(names, known)))
                .map(rows -> withResolved(tenant, known, rows))
                .flatMap(found -> {
                    if (found.size() == names.size()) {
                        return Uni.createFrom().item(found);
                    }
                    if (tries == 0) {
                        throw AppException.unavailable("Names of events are being added elsewhere.", 1);
                    }
                    return resolve(transaction, tenant, names, tries - 1);
                });
    }

    private Map<MomentName, Integer> withFound(String tenant, Map<MomentName, Integer> known, RowSet<Row> rows) {
        for (Row row : rows) {
            known.put(nameOf(row), row.getInteger("name_id"));
            remember(tenant, nameOf(row), row.getInteger("name_id"));
        }
        return known;
    }

    private Map<MomentName, Integer> withResolved(String tenant, Map<MomentName, Integer> known, RowSet<Row> rows) {
        for (Row row : rows) {
            known.put(nameOf(row), row.getInteger("name_id"));
            if (!row.getBoolean("is_new")) {
                remember(tenant, nameOf(row), row.getInteger("name_id"));
            }
        }
        return known;
    }

    private void remember(String tenant, MomentName name, int id) {
        Map<MomentName, Integer> names = remembered.computeIfAbsent(tenant, key -> new ConcurrentHashMap<>());
        if (names.size() < REMEMBERED_PER_TENANT) {
            names.put(name, id);
        }
    }

    private Map<MomentName, Integer> known(String tenant, Set<MomentName> names) {
        Map<MomentName, Integer> all = remembered.getOrDefault(tenant, Map.of());
        Map<MomentName, Integer> known = new HashMap<>();
        for (MomentName name : names) {
            Integer id = all.get(name);
            if (id != null) {
                known.put(name, id);
            }
        }
        return known;
    }

    private static Collection<MomentName> missing(Set<MomentName> names, Map<MomentName, Integer> known) {
        Set<MomentName> missing = new HashSet<>(names);
        missing.removeAll(known.keySet());
        return missing;
    }

    private static Tuple arguments(String tenant, Collection<MomentName> names) {
        return Tuple.tuple()
                .addString(tenant)
                .addArrayOfString(texts(names, name -> name.kind().name()))
                .addArrayOfString(texts(names, MomentName::name));
    }

    private static MomentName nameOf(Row row) {
        return new MomentName(MomentKind.valueOf(row.getString("kind")), row.getString("name"));
    }
}
