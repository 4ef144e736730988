package io.tideline.gateway.subgraph;

import io.micrometer.core.instrument.MeterRegistry;
import io.tideline.platform.access.GatewayAssertion;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Calls subgraphs over kept-alive HTTP connections, one pool a subgraph. */
public final class SubgraphClient {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence ACCEPT =
            HttpHeaders.createOptimized("application/graphql-response+json, application/json");

    private final Vertx vertx;
    private final SubgraphSettings settings;
    private final MeterRegistry meters;
    private final Map<String, HttpClient> pools = new ConcurrentHashMap<>();
    private final Map<String, RequestOptions> targets = new ConcurrentHashMap<>();
    private final Map<SubgraphCall, Future<byte[]>> inFlight = new ConcurrentHashMap<>();

    public SubgraphClient(Vertx vertx, SubgraphSettings settings, MeterRegistry meters) {
        this.vertx = vertx;
        this.settings = settings;
        this.meters = meters;
    }

    /** The address of a subgraph: the configured one, else the one the supergraph names. */
    public String address(String subgraph, String otherwise) {
        return settings.urls().getOrDefault(subgraph, otherwise);
    }

    /** The body of the answer. Equal queries with equal authorization that are under way share one request. */
    public Future<byte[]> ask(SubgraphCall call) {
        if (!call.isReadOnly()) {
            return send(call);
        }
        Future<byte[]> under = inFlight.get(call);
        if (under != null) {
            return under;
        }
        Future<byte[]> sent = send(call);
        inFlight.put(call, sent);
        sent.onComplete(any -> inFlight.remove(call, sent));
        return sent;
    }

    private Future<byte[]> send(SubgraphCall call) {
        Promise<byte[]> answered = Promise.promise();
        long start = System.nanoTime();
        long timer = vertx.setTimer(
                settings.deadline().toMillis(),
                any -> answered.tryFail(new SubgraphFailure(call.subgraph(), "no answer in time")));
        pool(call.subgraph())
                .request(target(call.url()))
                .compose(request -> exchange(request, call, answered))
                .onSuccess(answered::tryComplete)
                .onFailure(cause -> answered.tryFail(failure(call, cause)));
        return answered.future().onComplete(done -> {
            vertx.cancelTimer(timer);
            String outcome = done.succeeded() ? "answered" : "failed";
            meters.timer("tideline.gateway.subgraph", "subgraph", call.subgraph(), "outcome", outcome)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        });
    }

    private static Throwable failure(SubgraphCall call, Throwable cause) {
        return cause instanceof SubgraphFailure
                ? cause
                : new SubgraphFailure(call.subgraph(), String.valueOf(cause.getMessage()));
    }

    private Future<byte[]> exchange(HttpClientRequest request, SubgraphCall call, Promise<byte[]> answered) {
        MultiMap headers = request.headers();
        headers.set(HttpHeaders.CONTENT_TYPE, JSON);
        headers.set(HttpHeaders.ACCEPT, ACCEPT);
        String authorization = call.authorization();
        if (authorization != null) {
            headers.set(HttpHeaders.AUTHORIZATION, authorization);
        }
        GatewayAssertion assertion = settings.assertions().get(call.subgraph());
        if (assertion != null) {
            headers.set(GatewayAssertion.HEADER, assertion.sign(call.body(), Instant.now()));
        }
        answered.future().onFailure(late -> request.reset());
        return request.send(Buffer.buffer(call.body())).compose(response -> read(response, call));
    }

    private Future<byte[]> read(HttpClientResponse response, SubgraphCall call) {
        Promise<byte[]> read = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            if (body.length() + chunk.length() > settings.maxAnswerBytes()) {
                read.tryFail(new SubgraphFailure(call.subgraph(), "the answer is too large"));
                response.request().reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(read::tryFail);
        response.endHandler(end -> {
            if (isGraphql(response)) {
                read.tryComplete(body.getBytes());
            } else {
                read.tryFail(new SubgraphFailure(call.subgraph(), "status " + response.statusCode()));
            }
        });
        return read.future();
    }

    /** A refusal may still be a GraphQL answer with errors; anything else that is not 200 tells nothing. */
    private static boolean isGraphql(HttpClientResponse response) {
        String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        return response.statusCode() == 200 || (type != null && type.contains("json") && response.statusCode() < 500);
    }

    private HttpClient pool(String subgraph) {
        return pools.computeIfAbsent(
                subgraph,
                any -> vertx.createHttpClient(
                        new HttpClientOptions()
                                .setKeepAlive(true)
                                .setKeepAliveTimeout(30)
                                .setDecompressionSupported(false)
                                .setConnectTimeout((int)
                                        Math.min(2_000, settings.deadline().toMillis())),
                        new PoolOptions().setHttp1MaxSize(settings.connections())));
    }

    private RequestOptions target(String url) {
        return targets.computeIfAbsent(
                url, any -> new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(url));
    }
}
