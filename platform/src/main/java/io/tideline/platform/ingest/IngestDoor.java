package io.tideline.platform.ingest;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.access.Scope;
import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The way in for batches, the same for every kind of row: who may, how many at once, reading row by row, and the answer per row. Nothing waits in
 * memory behind a 2xx: the answer comes after the commit.
 */
@ApplicationScoped
public class IngestDoor {
    private static final int RETRY_AFTER_SECONDS = 1;

    private final CurrentCaller callers;
    private final Semaphore places;
    private final int perTenant;
    private final Map<String, Semaphore> tenantPlaces = new ConcurrentHashMap<>();

    public IngestDoor(
            CurrentCaller callers,
            @ConfigProperty(name = "tideline.ingest.concurrent", defaultValue = "8") int concurrent,
            @ConfigProperty(name = "tideline.ingest.concurrent-per-tenant", defaultValue = "6") int perTenant) {
        this.callers = callers;
        this.places = new Semaphore(concurrent);
        this.perTenant = perTenant;
    }

    /** Stores the rows of one tenant in one transaction and says what became of each; rows are in the order sent, rejected ones are left out. */
    @FunctionalInterface
    public interface Deed<T> {
        Uni<List<RowResult>> run(String tenant, List<ReadRow<T>> rows);
    }

    /**
     * @param rows {@code rejected} to hear of rejected rows only
     * @param reader makes a row's value or throws a {@link RowRejection}
     */
    public <T> Uni<IngestAnswer> accept(
            Scope scope, byte[] body, @Nullable String rows, Function<IngestRow, T> reader, Deed<T> deed) {
        var caller = callers.get();
        caller.require(scope);
        String tenant = caller.tenant();
        Semaphore own = tenantPlaces.computeIfAbsent(tenant, name -> new Semaphore(perTenant));
        if (!own.tryAcquire()) {
            throw new AppException(
                    ErrorCode.RATE_LIMITED,
                    "This organisation has too many batches under way.",
                    Map.of("retryAfter", RETRY_AFTER_SECONDS));
        }
        if (!places.tryAcquire()) {
            own.release();
            throw AppException.unavailable("Too many batches are under way.", RETRY_AFTER_SECONDS);
        }
        return Uni.createFrom()
                .item(() -> Batch.read(body, reader))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(backToTheCallersThread())
                .flatMap(batch -> store(tenant, batch, deed).map(stored -> answer(batch, stored, rows)))
                .onTermination()
                .invoke(() -> {
                    places.release();
                    own.release();
                });
    }

    /** Reading a large body would hold the event loop up; storing it needs the event loop, since database sessions are bound to it. */
    private static Executor backToTheCallersThread() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(called -> task.run());
    }

    private static <T> Uni<List<RowResult>> store(String tenant, Batch<T> batch, Deed<T> deed) {
        return batch.read().isEmpty() ? Uni.createFrom().item(List.of()) : deed.run(tenant, batch.read());
    }

    private static <T> IngestAnswer answer(Batch<T> batch, List<RowResult> stored, @Nullable String rows) {
        List<RowResult> all = new ArrayList<>(batch.rejected());
        all.addAll(stored);
        return IngestAnswer.of(all, "rejected".equals(rows));
    }

    private record Batch<T>(List<ReadRow<T>> read, List<RowResult> rejected) {
        static <T> Batch<T> read(byte[] body, Function<IngestRow, T> reader) {
            List<ReadRow<T>> read = new ArrayList<>();
            List<RowResult> rejected = new ArrayList<>();
            for (IngestRow row : IngestBody.rows(body)) {
                try {
                    read.add(new ReadRow<>(row.index(), reader.apply(row)));
                } catch (RowRejection rejection) {
                    rejected.add(rejection.at(row.index()));
                }
            }
            return new Batch<>(read, rejected);
        }
    }
}
