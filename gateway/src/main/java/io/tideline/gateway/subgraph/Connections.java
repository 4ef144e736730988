package io.tideline.gateway.subgraph;

import io.tideline.gateway.subgraph.SubgraphFailure.Kind;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections to one subgraph. Each event loop has its own, so that a call never changes threads on its way out and
 * back: a pool that all share hands out connections of other loops, and each such call wakes two of them up.
 */
final class Connections {
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Vertx vertx;
    private final String subgraph;
    private final SubgraphSettings.Bounds bounds;
    private final HttpClient elsewhere;
    private final Map<Thread, HttpClient> byLoop = new ConcurrentHashMap<>();
    private final Map<String, RequestOptions> targets = new ConcurrentHashMap<>();

    Connections(Vertx vertx, String subgraph, SubgraphSettings.Bounds bounds) {
        this.vertx = vertx;
        this.subgraph = subgraph;
        this.bounds = bounds;
        this.elsewhere = pool();
    }

    private HttpClient pool() {
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setDecompressionSupported(false)
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setMaxWaitQueueSize(bounds.waiting())
                .setConnectTimeout((int) bounds.patience().toMillis());
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(bounds.connections()));
    }

    /** A request over a connection of the loop that asks. */
    Future<HttpClientRequest> request(String url) {
        try {
            return mine().request(targets.computeIfAbsent(url, this::target)).recover(this::unreachable);
        } catch (RuntimeException unusable) {
            return unreachable(unusable);
        }
    }

    private HttpClient mine() {
        return Context.isOnEventLoopThread()
                ? byLoop.computeIfAbsent(Thread.currentThread(), any -> pool())
                : elsewhere;
    }

    private Future<HttpClientRequest> unreachable(Throwable cause) {
        return Future.failedFuture(new SubgraphFailure(subgraph, Kind.UNREACHABLE, String.valueOf(cause.getMessage())));
    }

    private RequestOptions target(String url) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setConnectTimeout(bounds.patience().toMillis())
                .setAbsoluteURI(url);
        return options.setServer(SocketAddress.inetSocketAddress(options.getPort(), options.getHost()));
    }
}
