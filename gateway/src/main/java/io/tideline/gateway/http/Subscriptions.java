package io.tideline.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.RefusedRequest;
import io.tideline.gateway.operation.persisted.PersistedDocuments;
import io.tideline.gateway.plan.PlanFailure;
import io.tideline.gateway.subgraph.CallTerms;
import io.tideline.gateway.subgraph.SubgraphCall;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Starts and counts live queries. Each keeps the supergraph it began with and ends with its caller's token. */
@ApplicationScoped
public class Subscriptions {
    private static final Logger LOG = Logger.getLogger(Subscriptions.class);

    private final Vertx vertx;
    private final Supergraphs supergraphs;
    private final DocumentStore documents;
    private final Visits visits;
    private final GatewaySettings.Subscriptions settings;
    private final Map<String, Integer> running = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    public Subscriptions(
            Vertx vertx,
            Supergraphs supergraphs,
            GatewaySettings settings,
            DocumentStore documents,
            MeterRegistry meters,
            Visits visits) {
        this.documents = documents;
        this.visits = visits;
        this.vertx = vertx;
        this.supergraphs = supergraphs;
        this.settings = settings.subscriptions();
        meters.gauge("tideline.gateway.subscriptions", all);
    }

    /** Whether a request is one; what is not readable is none. */
    static boolean isSubscription(Generation generation, GraphqlRequest request, Subscriber subscriber) {
        String query = request.query();
        if (query == null || !query.contains("subscription")) {
            return false;
        }
        try {
            return generation.desk(subscriber.caller()).reader().read(request).isSubscription();
        } catch (RefusedRequest refused) {
            return false;
        }
    }

    /** One request, as the door understood it; {@code safeMethod} forbids what changes something. */
    record Asked(PersistedDocuments.Found found, Subscriber subscriber, Visit visit, boolean safeMethod) {
        GraphqlRequest request() {
            return found.request();
        }
    }

    /** A visit that is over when its operation is. */
    Visit visit(HttpServerRequest request) {
        return visits.begin(request);
    }

    /** Answers any operation into the sink; running the result stops it. */
    Runnable start(Asked asked, Sink sink) {
        Generation generation = supergraphs.current();
        try {
            Desk desk = generation.desk(asked.subscriber.caller());
            Operation operation = desk.reader().read(asked.request());
            if (operation.isSubscription()) {
                asked.visit.reads(operation, generation.knows(asked.subscriber.caller()));
                return follow(generation, desk, operation, new Listening(asked, sink));
            }
        } catch (RefusedRequest refused) {
            LOG.debugf("requestId=%s %s", asked.visit.requestId(), refused.getMessage());
        } catch (PlanFailure unplannable) {
            return only(QueryPipeline.unplannable(unplannable, asked.visit), asked.visit, sink);
        } catch (RuntimeException bug) {
            return only(QueryPipeline.broken(bug, asked.visit), asked.visit, sink);
        }
        Context context = vertx.getOrCreateContext();
        QueryPipeline.run(generation, asked.request(), asked.subscriber.caller(), asked.safeMethod, asked.visit)
                .onSuccess(answer -> documents.keep(asked.found, answer))
                .onSuccess(answer -> context.runOnContext(any -> only(answer, asked.visit, sink)));
        return () -> {};
    }

    /** Says what was refused before it began. */
    void refuse(RefusedRequest refused, Visit visit, Sink sink) {
        only(Errors.refusal(refused.problems(), visit.traceId()), visit, sink);
    }

    /** The one answer there is; nothing is left to stop. */
    private Runnable only(Answer answer, Visit visit, Sink sink) {
        visits.end(visit);
        sink.next(answer);
        sink.end();
        return () -> {};
    }

    private record Listening(Asked asked, Sink sink) {}

    private Runnable follow(Generation generation, Desk desk, Operation operation, Listening listening) {
        Sink sink = listening.sink;
        Asked asked = listening.asked;
        if (operation.selections().isEmpty()) {
            return only(QueryPipeline.nothing(desk, operation, asked.visit), asked.visit, sink);
        }
        Desk.Prepared prepared = desk.prepare(operation);
        String key = asked.subscriber.key();
        if (running.merge(key, 1, Integer::sum) > settings.perCaller()) {
            release(key);
            String message = "There are already " + settings.perCaller() + " subscriptions of this caller";
            String traceId = asked.visit.traceId();
            return only(Errors.refusal("MAX_SUBSCRIPTIONS_LIMIT", message, traceId), asked.visit, sink);
        }
        documents.keep(asked.found);
        all.incrementAndGet();
        return run(generation, new Answering(generation, desk, operation, prepared, asked), sink);
    }

    /** How the events of one subscription become answers. */
    private record Answering(
            Generation generation, Desk desk, Operation operation, Desk.Prepared prepared, Asked asked) {

        Map<String, byte[]> variables() {
            return QueryPipeline.encode(operation, asked.request());
        }

        private CallTerms terms() {
            return generation.executor().terms(asked.subscriber.caller().authorization(), true, asked.visit.origin());
        }

        Future<Answer> answer(byte[] event) {
            return QueryPipeline.attempt(
                    () -> generation
                            .executor()
                            .follow(prepared.program(), variables(), terms(), event)
                            .map(merged -> QueryPipeline.answer(
                                    desk.contract(), operation, asked.request(), prepared, merged, asked.visit)),
                    asked.visit);
        }

        SubgraphCall call() {
            return generation.executor().subscription(prepared.program(), variables(), terms());
        }
    }

    private Runnable run(Generation generation, Answering answering, Sink sink) {
        Context context = vertx.getOrCreateContext();
        Asked asked = answering.asked;
        List<Runnable> undo = new ArrayList<>();
        LiveQuery live = new LiveQuery(context, sink, answering::answer, settings.waiting(), () -> {
            undo.forEach(Runnable::run);
            release(asked.subscriber.key());
            all.decrementAndGet();
            visits.end(asked.visit);
        });
        undo.add(expiring(live, asked));
        try {
            undo.add(generation.streams().open(answering.call(), live));
        } catch (RuntimeException bug) {
            live.end(QueryPipeline.broken(bug, asked.visit));
        }
        return () -> context.runOnContext(any -> live.stop());
    }

    private Runnable expiring(LiveQuery live, Asked asked) {
        Instant expiry = asked.subscriber.expiry();
        if (expiry == null) {
            return () -> {};
        }
        long left = Math.max(1, Duration.between(Instant.now(), expiry).toMillis());
        long timer = vertx.setTimer(
                left,
                any -> live.expire(Errors.refusal("UNAUTHENTICATED", "The token has expired", asked.visit.traceId())));
        return () -> vertx.cancelTimer(timer);
    }

    private void release(String key) {
        running.computeIfPresent(key, (any, count) -> count == 1 ? null : count - 1);
    }
}
