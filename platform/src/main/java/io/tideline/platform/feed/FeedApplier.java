package io.tideline.platform.feed;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Applies what was read: runs of one tenant in one transaction, each event once, a poison event set aside after its tries. */
@ApplicationScoped
public class FeedApplier {
    private static final Logger LOG = Logger.getLogger(FeedApplier.class);

    private final Database database;
    private final FeedStore store;
    private final FeedConfig config;
    private final Map<String, FeedHandler> handlers;

    FeedApplier(Database database, FeedStore store, FeedConfig config, @All List<FeedHandler> handlers) {
        this.database = database;
        this.store = store;
        this.config = config;
        this.handlers = handlers.stream().collect(Collectors.toMap(FeedHandler::type, Function.identity()));
    }

    /** Applies all events in order and moves the source's cursor behind them. */
    public Uni<Void> apply(String source, List<FeedEvent> events) {
        return Multi.createFrom()
                .iterable(runs(events, FeedEvent::tenant))
                .onItem()
                .transformToUniAndConcatenate(run -> applyRun(source, run).replaceWith(run.size()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> applyRun(String source, List<FeedEvent> run) {
        return inOneTransaction(source, run)
                .onFailure()
                .recoverWithUni(failure -> run.size() == 1 ? retryAlone(source, run.get(0)) : oneByOne(source, run));
    }

    private Uni<Void> oneByOne(String source, List<FeedEvent> run) {
        return Multi.createFrom()
                .iterable(run)
                .onItem()
                .transformToUniAndConcatenate(
                        event -> applyRun(source, List.of(event)).replaceWith(event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> retryAlone(String source, FeedEvent event) {
        return inOneTransaction(source, List.of(event))
                .onFailure()
                .retry()
                .withBackOff(config.pause(), config.maxPause())
                .atMost(Math.max(1, config.tries() - 2))
                .onFailure(failure -> !isOutage(failure))
                .recoverWithUni(failure -> setAside(source, event, failure));
    }

    private Uni<Void> setAside(String source, FeedEvent event, Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        LOG.errorf(cause, "deadLetter source=%s type=%s event=%s", source, event.type(), event.id());
        return store.refuse(source, event, String.valueOf(cause), config.tries());
    }

    /** A database that is away is no fault of the event: the read is repeated until it is back. */
    private static boolean isOutage(Throwable failure) {
        return failure instanceof io.tideline.platform.error.AppException refusal
                && refusal.code() == io.tideline.platform.error.ErrorCode.UNAVAILABLE;
    }

    private Uni<Void> inOneTransaction(String source, List<FeedEvent> run) {
        String tenant = run.get(0).tenant();
        String cursor = run.get(run.size() - 1).cursor();
        return database.write(tenant, transaction -> store.take(transaction, tenant, source, run)
                .flatMap(taken -> handle(transaction, tenant, fresh(run, taken)))
                .flatMap(handled -> store.move(transaction, source, cursor)));
    }

    private static List<FeedEvent> fresh(List<FeedEvent> run, Set<UUID> taken) {
        return run.stream().filter(event -> taken.contains(event.id())).toList();
    }

    private Uni<Void> handle(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return Multi.createFrom()
                .iterable(runs(events, FeedEvent::type))
                .onItem()
                .transformToUniAndConcatenate(run ->
                        handle(transaction, tenant, handlers.get(run.get(0).type()), run))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Facts that this service has no use for pass by. */
    private static Uni<Integer> handle(
            SqlConnection transaction, String tenant, @Nullable FeedHandler handler, List<FeedEvent> run) {
        return handler == null
                ? Uni.createFrom().item(0)
                : Uni.createFrom()
                        .deferred(() -> handler.apply(transaction, tenant, run))
                        .replaceWith(run.size());
    }

    /** Neighbours that agree on a key, in order. */
    private static List<List<FeedEvent>> runs(List<FeedEvent> events, Function<FeedEvent, String> key) {
        List<List<FeedEvent>> runs = new ArrayList<>();
        for (FeedEvent event : events) {
            List<FeedEvent> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            if (last.isEmpty() || !key.apply(last.get(0)).equals(key.apply(event))) {
                last = new ArrayList<>();
                runs.add(last);
            }
            last.add(event);
        }
        return runs;
    }
}
