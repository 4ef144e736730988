package io.tideline.funnel.journey;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Packs the changes of some neighbouring blocks: reads them, what the facts say of their customers, and writes them anew. */
final class PackedPage {
    private static final String SOME = Sql.load(PackedPage.class, "some_blocks.sql");
    private static final String LATER = Sql.load(PackedPage.class, "later_moments.sql");
    private static final String FACTS = Sql.load(PackedPage.class, "facts.sql");
    private static final String DIMENSIONS = Sql.load(PackedPage.class, "dimensions.sql");
    private static final String PUT = Sql.load(PackedPage.class, "put_blocks.sql");

    private final Vertx vertx;
    private final SqlConnection transaction;
    private final String tenant;
    private final Changes changes;

    PackedPage(Vertx vertx, SqlConnection transaction, String tenant, Changes changes) {
        this.vertx = vertx;
        this.transaction = transaction;
        this.tenant = tenant;
        this.changes = changes;
    }

    /** A block to pack, by the customers it is for. */
    record Stretch(UUID first, @Nullable UUID next) {}

    /** Customers that have to be read anew the next time, since the order of their moments is not known, or some of their moments are noted for later. */
    Uni<Collection<UUID>> pack(List<Stretch> stretches) {
        Collection<UUID> reread = reread(stretches);
        return noted(reread)
                .flatMap(later -> pack(stretches, without(reread, later)).map(disputed -> {
                    disputed.addAll(later);
                    return disputed;
                }));
    }

    private Uni<Collection<UUID>> pack(List<Stretch> stretches, Collection<UUID> reread) {
        UUID[] firsts = stretches.stream().map(Stretch::first).toArray(UUID[]::new);
        return transaction
                .preparedQuery(SOME)
                .execute(Tuple.of(tenant, firsts))
                .flatMap(rows -> aside(() -> drafts(stretches, rows)))
                .call(drafts -> ask(FACTS, reread).invoke(rows -> addFacts(drafts, rows)))
                .flatMap(drafts -> ask(DIMENSIONS, unknown(drafts))
                        .map(PackedPage::dimensions)
                        .flatMap(dimensions -> aside(() -> packed(drafts, dimensions)))
                        .flatMap(this::put)
                        .replaceWith(disputed(drafts)));
    }

    /** Those who have moments noted beside the changes packed here: their facts hold these moments too, which would be met twice. */
    private Uni<Collection<UUID>> noted(Collection<UUID> reread) {
        if (reread.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .preparedQuery(LATER)
                .execute(Tuple.of(tenant, changes.ids().toArray(Long[]::new)))
                .map(rows -> {
                    FreshMoments later = new FreshMoments();
                    rows.forEach(row -> later.add(row.getBuffer("content").getBytes(), CustomerIds.FIRST));
                    NavigableSet<UUID> customers = CustomerIds.none();
                    later.forEach(moment -> customers.add(moment.customer()));
                    customers.retainAll(reread);
                    return customers;
                });
    }

    private static Collection<UUID> without(Collection<UUID> customers, Collection<UUID> others) {
        return customers.stream().filter(customer -> !others.contains(customer)).toList();
    }

    private List<BlockDraft> drafts(List<Stretch> stretches, RowSet<Row> rows) {
        Map<UUID, Row> known = new HashMap<>();
        rows.forEach(row -> known.put(row.getUUID("first_customer"), row));
        List<BlockDraft> drafts = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Row row = known.get(stretch.first());
            JourneyBlock block = row == null
                    ? JourneyBlock.empty(stretch.first(), stretch.next())
                    : JourneyBlock.of(row, stretch.next());
            drafts.add(new BlockDraft(block, changes));
        }
        return drafts;
    }

    private static void addFacts(List<BlockDraft> drafts, Iterable<Row> rows) {
        for (Row row : rows) {
            UUID customer = row.getUUID("customer_id");
            drafts.stream().filter(draft -> draft.holds(customer)).forEach(draft -> draft.add(row));
        }
    }

    private Collection<UUID> reread(List<Stretch> stretches) {
        NavigableSet<UUID> found = CustomerIds.none();
        stretches.forEach(stretch -> found.addAll(Changes.within(changes.reread(), stretch.first(), stretch.next())));
        return found;
    }

    private static Collection<UUID> unknown(List<BlockDraft> drafts) {
        return drafts.stream().flatMap(draft -> draft.unknown().stream()).toList();
    }

    private static Collection<UUID> disputed(List<BlockDraft> drafts) {
        Collection<UUID> disputed = new ArrayList<>();
        drafts.forEach(draft -> disputed.addAll(draft.disputed()));
        return disputed;
    }

    private Uni<Iterable<Row>> ask(String statement, Collection<UUID> customers) {
        if (customers.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .preparedQuery(statement)
                .execute(Tuple.of(tenant, customers.toArray(UUID[]::new)))
                .map(Function.identity());
    }

    private static Map<UUID, Dimensions.Values> dimensions(Iterable<Row> rows) {
        Map<UUID, Dimensions.Values> dimensions = new HashMap<>();
        rows.forEach(row -> dimensions.put(row.getUUID("customer_id"), Dimensions.Values.of(row)));
        return dimensions;
    }

    private static List<JourneyBlock> packed(List<BlockDraft> drafts, Map<UUID, Dimensions.Values> dimensions) {
        return drafts.stream()
                .flatMap(draft -> draft.packed(dimensions).stream())
                .toList();
    }

    private Uni<RowSet<Row>> put(List<JourneyBlock> blocks) {
        return transaction
                .preparedQuery(PUT)
                .execute(Tuple.tuple()
                        .addString(tenant)
                        .addArrayOfUUID(blocks.stream().map(JourneyBlock::first).toArray(UUID[]::new))
                        .addValue(buffers(blocks, JourneyBlock::customers))
                        .addValue(buffers(blocks, JourneyBlock::moments))
                        .addValue(buffers(blocks, JourneyBlock::packedDimensions))
                        .addArrayOfLong(
                                blocks.stream().map(JourneyBlock::latestSeq).toArray(Long[]::new)));
    }

    private static io.vertx.core.buffer.Buffer[] buffers(
            List<JourneyBlock> blocks, Function<JourneyBlock, byte[]> column) {
        return blocks.stream()
                .map(block -> Buffer.buffer(column.apply(block)).getDelegate())
                .toArray(io.vertx.core.buffer.Buffer[]::new);
    }

    /** Off the event loop: packing is work for a processor. */
    private <T> Uni<T> aside(java.util.concurrent.Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }
}
