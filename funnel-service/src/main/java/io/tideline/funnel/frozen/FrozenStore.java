package io.tideline.funnel.frozen;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.result.FunnelResult;
import io.tideline.funnel.result.FunnelStep;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.TimeZone;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.tideline.platform.time.Period;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The statements of frozen results. */
@ApplicationScoped
class FrozenStore {
    private static final String FREEZE = Sql.load(FrozenStore.class, "freeze_funnel.sql");
    private static final String LATEST = Sql.load(FrozenStore.class, "frozen_funnels.sql");
    private static final String ONE = Sql.load(FrozenStore.class, "frozen_funnel.sql");

    private final Database database;

    FrozenStore(Database database) {
        this.database = database;
    }

    /** Keeps the result, where none of the period is kept. */
    Uni<Void> freeze(String tenant, Funnel funnel, Period period, FunnelResult result, String by) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addUUID(id(funnel))
                .addLocalDate(period.from())
                .addLocalDate(period.to())
                .addString(period.zone().getId())
                .addInteger(result.version())
                .addOffsetDateTime(result.asOf().atOffset(ZoneOffset.UTC))
                .addInteger(result.converted())
                .addInteger(result.pending())
                .addInteger(result.dropped())
                .addArrayOfInteger(
                        result.steps().stream().map(FunnelStep::count).toArray(Integer[]::new))
                .addString(by);
        return database.write(
                        tenant, transaction -> transaction.preparedQuery(FREEZE).execute(arguments))
                .replaceWithVoid();
    }

    /** So many, the latest period first. */
    Uni<List<FrozenFunnel>> latest(String tenant, Funnel funnel, int most) {
        return database.query(tenant, LATEST, Tuple.of(tenant, id(funnel), most))
                .map(rows -> {
                    List<FrozenFunnel> frozen = new ArrayList<>();
                    rows.forEach(row -> frozen.add(read(funnel, row)));
                    return frozen;
                });
    }

    /** The one of a period, which is kept. */
    Uni<FrozenFunnel> one(String tenant, Funnel funnel, Period period) {
        Tuple arguments = Tuple.of(
                tenant, id(funnel), period.from(), period.to(), period.zone().getId());
        return database.query(tenant, ONE, arguments)
                .map(rows -> read(funnel, rows.iterator().next()));
    }

    private static FrozenFunnel read(Funnel funnel, Row row) {
        int version = row.getInteger("version");
        Integer[] counts = row.getArrayOfIntegers("counts");
        List<FunnelStage> stages = funnel.numbered(version).stages();
        List<FrozenStep> steps = new ArrayList<>();
        for (int stage = 0; stage < counts.length; stage++) {
            steps.add(new FrozenStep(stages.get(stage), counts[stage]));
        }
        return new FrozenFunnel(
                row.getLocalDate("period_from"),
                row.getLocalDate("period_to"),
                new TimeZone(row.getString("time_zone")),
                version,
                row.getOffsetDateTime("frozen_at").toInstant(),
                counts[0],
                row.getInteger("converted"),
                row.getInteger("pending"),
                row.getInteger("dropped"),
                steps,
                funnel);
    }

    private static UUID id(Funnel funnel) {
        return GlobalId.uuid(Funnel.TYPE, funnel.id());
    }
}
