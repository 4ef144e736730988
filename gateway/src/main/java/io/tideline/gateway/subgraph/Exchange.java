package io.tideline.gateway.subgraph;

import io.tideline.gateway.subgraph.SubgraphFailure.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request and its answer over one connection. What is not taken whole is cut off, connection and all. */
final class Exchange {
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    /** Bytes that an announcement alone is worth. */
    private static final int MOST_TRUSTED = 1 << 20;

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");

    private final HttpClientRequest request;
    private final String subgraph;
    private final int maxAnswerBytes;
    private final Promise<byte[]> answered = Promise.promise();
    private byte[] body = new byte[0];
    private int size;

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
            makeRoom(response.getHeader(HttpHeaders.CONTENT_LENGTH));
            response.handler(this::take);
            response.endHandler(end -> answered.tryComplete(size == body.length ? body : Arrays.copyOf(body, size)));
        }
    }

    /** A refusal may still be a GraphQL answer with errors; what does not say its type is looked at. */
    private static boolean isGraphql(HttpClientResponse response) {
        String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null
                ? response.statusCode() == 200
                : type.toLowerCase(Locale.ROOT).contains("json");
    }

    /** Room for the announced length, so that the answer is copied once; a liar's room grows as the answer comes. */
    private void makeRoom(@Nullable String announced) {
        if (announced != null && LENGTH.matcher(announced).matches()) {
            body = new byte[Math.min(Integer.parseInt(announced), Math.min(MOST_TRUSTED, maxAnswerBytes))];
        }
    }

    private void take(Buffer chunk) {
        int length = chunk.length();
        if (length > maxAnswerBytes - size) {
            refuse(Kind.TOO_LARGE, "more than " + maxAnswerBytes + " bytes");
            return;
        }
        if (size + length > body.length) {
            body = Arrays.copyOf(body, Math.max(size + length, Math.min(2 * body.length, maxAnswerBytes)));
        }
        chunk.getBytes(body, size);
        size += length;
    }

    private void refuse(Kind kind, String reason) {
        answered.tryFail(new SubgraphFailure(subgraph, kind, reason));
        cutOff();
    }

    private void fail(Kind kind, Throwable cause) {
        answered.tryFail(new SubgraphFailure(subgraph, kind, String.valueOf(cause.getMessage())));
    }
}
