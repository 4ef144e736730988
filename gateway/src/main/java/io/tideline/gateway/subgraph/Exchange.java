package io.tideline.gateway.subgraph;

import io.tideline.gateway.subgraph.SubgraphFailure.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;

/** One request and its answer over one connection. What is not taken whole is cut off, connection and all. */
final class Exchange {
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final HttpClientRequest request;
    private final String subgraph;
    private final int maxAnswerBytes;
    private final Promise<byte[]> answered = Promise.promise();
    private final Buffer body = Buffer.buffer();

    Exchange(HttpClientRequest request, String subgraph, int maxAnswerBytes) {
        this.request = request;
        this.subgraph = subgraph;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    /** Sends the body and brings that of the answer. */
    Future<byte[]> run(byte[] sent) {
        request.send(Buffer.buffer(sent)).onSuccess(this::read).onFailure(broken -> fail(Kind.UNREACHABLE, broken));
        return answered.future();
    }

    /** Ends the exchange, wherever it is. */
    void cutOff() {
        request.reset();
    }

    private void read(HttpClientResponse response) {
        response.exceptionHandler(broken -> fail(Kind.UNREACHABLE, broken));
        if (response.statusCode() >= SERVER_ERROR) {
            refuse(Kind.UNREACHABLE, "status " + response.statusCode());
        } else if (!isGraphql(response)) {
            Kind kind = response.statusCode() >= CLIENT_ERROR ? Kind.REJECTED : Kind.INVALID;
            refuse(kind, "status " + response.statusCode() + " and no JSON");
        } else {
            response.handler(this::take);
            response.endHandler(end -> answered.tryComplete(body.getBytes()));
        }
    }

    /** A refusal may still be a GraphQL answer with errors; what does not say its type is looked at. */
    private static boolean isGraphql(HttpClientResponse response) {
        String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null
                ? response.statusCode() == 200
                : type.toLowerCase(Locale.ROOT).contains("json");
    }

    private void take(Buffer chunk) {
        if (body.length() + chunk.length() > maxAnswerBytes) {
            refuse(Kind.TOO_LARGE, "more than " + maxAnswerBytes + " bytes");
        } else {
            body.appendBuffer(chunk);
        }
    }

    private void refuse(Kind kind, String reason) {
        answered.tryFail(new SubgraphFailure(subgraph, kind, reason));
        cutOff();
    }

    private void fail(Kind kind, Throwable cause) {
        answered.tryFail(new SubgraphFailure(subgraph, kind, String.valueOf(cause.getMessage())));
    }
}
