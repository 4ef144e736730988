package io.tideline.gateway.subgraph;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Calls subgraphs, each on a lane of its own. Equal queries that are under way share one call. */
public final class SubgraphClient {
    /** Who joins a call that is under way gives up no more of its own time than this. */
    private static final long LESS_NANOS = 1_000_000_000;

    private final Vertx vertx;
    private final SubgraphSettings settings;
    private final MeterRegistry meters;
    private final SubgraphStreams streams;
    private final Tracer tracer;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Map<SubgraphCall, Shared> inFlight = new ConcurrentHashMap<>();

    /** A call under way and when it is given up, as {@link System#nanoTime()}. */
    private record Shared(Future<byte[]> answer, long end) {}

    public SubgraphClient(Vertx vertx, SubgraphSettings settings, MeterRegistry meters, Tracer tracer) {
        this.vertx = vertx;
        this.settings = settings;
        this.meters = meters;
        this.tracer = tracer;
        this.streams = new SubgraphStreams(vertx, settings, this::lane);
    }

    /** What carries subscriptions. */
    public SubgraphStreams streams() {
        return streams;
    }

    /** The address of a subgraph: the configured one, else the one the supergraph names. */
    public String address(String subgraph, String otherwise) {
        return settings.urls().getOrDefault(subgraph, otherwise);
    }

    /** The terms of an operation that begins now. */
    public CallTerms terms(@Nullable String authorization, boolean readOnly, CallTerms.Origin origin) {
        long end = System.nanoTime() + settings.operationDeadline().toNanos();
        return new CallTerms(authorization, readOnly, end, origin);
    }

    /** The body of the answer. Equal queries with equal authorization that are under way share one request. */
    public Future<byte[]> ask(SubgraphCall call) {
        Lane lane = lane(call.subgraph());
        if (!call.terms().readOnly()) {
            return lane.ask(call);
        }
        long end = end(call);
        Shared under = inFlight.get(call);
        if (under != null && under.end - end > -LESS_NANOS) {
            return under.answer;
        }
        Shared sent = new Shared(lane.ask(call), end);
        inFlight.put(call, sent);
        sent.answer.onComplete(any -> inFlight.remove(call, sent));
        return sent.answer;
    }

    private Lane lane(String subgraph) {
        return lanes.computeIfAbsent(subgraph, name -> new Lane(vertx, settings, new LaneMeters(meters, name), tracer));
    }

    private long end(SubgraphCall call) {
        long now = System.nanoTime();
        long left = call.terms().end() - now;
        return now + Math.min(left, settings.bounds().deadline().toNanos());
    }
}
