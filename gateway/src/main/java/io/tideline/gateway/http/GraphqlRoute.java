package io.tideline.gateway.http;

import io.netty.buffer.Unpooled;
import io.tideline.gateway.access.Caller;
import io.tideline.gateway.execute.Bytes;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.RefusedRequest;
import io.tideline.gateway.operation.persisted.PersistedDocuments;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /graphql}: GraphQL over HTTP, and the schema of the caller at {@code /schema.graphql}. */
@ApplicationScoped
public class GraphqlRoute {
    static final String METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED";

    private static final List<String> PREFLIGHT_HEADERS =
            List.of("Apollo-Require-Preflight", "X-Apollo-Operation-Name", "GraphQL-Require-Preflight");

    private final Supergraphs supergraphs;
    private final GatewaySettings settings;
    private final DocumentStore documents;
    private final StreamDoors streams;
    private final Visits visits;
    private final Origins origins;

    public GraphqlRoute(
            Supergraphs supergraphs,
            GatewaySettings settings,
            DocumentStore documents,
            StreamDoors streams,
            Visits visits) {
        this.streams = streams;
        this.supergraphs = supergraphs;
        this.settings = settings;
        this.documents = documents;
        this.visits = visits;
        this.origins = new Origins(settings.corsOrigins());
    }

    void register(@Observes Router router) {
        supergraphs.current();
        router.route("/graphql").handler(origins::handle);
        router.post("/graphql")
                .handler(BodyHandler.create(false).setBodyLimit(settings.maxBodyBytes()))
                .handler(this::post)
                .failureHandler(this::fail);
        router.get("/graphql").handler(this::get);
        router.route("/graphql").handler(this::refuseMethod);
        router.get("/schema.graphql").handler(this::schema);
        router.get("/supergraph/hash").handler(this::hash);
    }

    private void post(RoutingContext context) {
        String contentType = context.request().getHeader("Content-Type");
        if (!MediaTypes.isJson(contentType)) {
            refuse(context, 415, "UNSUPPORTED_MEDIA_TYPE", "The body must be application/json in UTF-8");
            return;
        }
        Buffer body = context.body().buffer();
        answer(context, () -> RequestReader.fromBody(body == null ? new byte[0] : body.getBytes()), false);
    }

    private void get(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.headers().contains("Upgrade", "websocket", true)) {
            if (origins.mayOpenSocket(request)) {
                streams.socket(context);
            } else {
                refuse(context, 403, "FORBIDDEN", "Pages of this origin may not open a socket");
            }
            return;
        }
        String contentType = request.getHeader("Content-Type");
        if (contentType != null && !MediaTypes.isJson(contentType)) {
            refuse(context, 415, "UNSUPPORTED_MEDIA_TYPE", "A query by GET has no body");
        } else if (!isDeliberate(request, contentType)) {
            refuse(
                    context,
                    400,
                    "BAD_REQUEST",
                    "A query by GET needs a bearer token, Content-Type: application/json or GraphQL-Require-Preflight");
        } else {
            answer(context, () -> RequestReader.fromParameters(request.params()), true);
        }
    }

    /** Whether a page of another site could not have caused this request without the browser asking us first. */
    private static boolean isDeliberate(HttpServerRequest request, @Nullable String contentType) {
        String authorization = request.getHeader("Authorization");
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
        return contentType != null || bearer || PREFLIGHT_HEADERS.stream().anyMatch(request.headers()::contains);
    }

    private interface Reading {
        GraphqlRequest read();
    }

    private void answer(RoutingContext context, Reading reading, boolean safeMethod) {
        String accept = context.request().getHeader("Accept");
        String mediaType = MediaTypes.chosen(accept);
        boolean takesEvents = MediaTypes.takesEvents(accept);
        if (mediaType == null && !takesEvents) {
            refuse(context, 406, "NOT_ACCEPTABLE", "Answers are application/json or application/graphql-response+json");
            return;
        }
        Visit visit = visits.begin(context.request());
        PersistedDocuments.Found found;
        try {
            found = documents.find(context, reading.read());
        } catch (RefusedRequest refused) {
            String type = mediaType == null ? MediaTypes.JSON : mediaType;
            send(context, 400, type, visit, Errors.refusal(refused.problems(), visit.traceId()));
            return;
        }
        if (takesEvents && isStreamed(context, found.request(), mediaType)) {
            streams.events(context, found, visit, safeMethod);
        } else if (mediaType != null) {
            execute(context, found, new Reply(mediaType, visit, safeMethod));
        }
    }

    private record Reply(String mediaType, Visit visit, boolean safeMethod) {}

    private void execute(RoutingContext context, PersistedDocuments.Found found, Reply reply) {
        String mediaType = reply.mediaType;
        Visit visit = reply.visit;
        Caller caller = CallerReader.read(context);
        QueryPipeline.run(supergraphs.current(), found.request(), caller, reply.safeMethod, visit)
                .onSuccess(answer -> documents.keep(found, answer))
                .onSuccess(answer -> send(context, status(answer, mediaType), mediaType, visit, answer));
    }

    /** Clients that take both get a stream only where there is something to follow. */
    private boolean isStreamed(RoutingContext context, GraphqlRequest request, @Nullable String otherwise) {
        return otherwise == null
                || Subscriptions.isSubscription(supergraphs.current(), request, Subscriber.of(context));
    }

    /** Clients of plain JSON read refusals from the body of a 200, clients of the newer media type from the status. */
    private static int status(Answer answer, String mediaType) {
        return answer.status() == 400 && mediaType.equals(MediaTypes.JSON) ? 200 : answer.status();
    }

    private void send(RoutingContext context, int status, String mediaType, Visit visit, Answer answer) {
        visits.end(visit);
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (status == 405) {
            response.putHeader("Allow", "GET, POST");
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", mediaType + "; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Request-Id", visit.requestId())
                .end(buffer(answer.body()));
    }

    /** The answer's own bytes: nobody writes to them any more. */
    private static Buffer buffer(Bytes body) {
        return Buffer.buffer(Unpooled.wrappedBuffer(body.array(), 0, body.size()));
    }

    private void refuse(RoutingContext context, int status, String code, String message) {
        Visit visit = visits.begin(context.request());
        send(context, status, MediaTypes.JSON, visit, Errors.refusal(code, message, visit.traceId()));
    }

    private void refuseMethod(RoutingContext context) {
        refuse(context, 405, METHOD_NOT_ALLOWED, "GraphQL is asked by GET or POST");
    }

    private void fail(RoutingContext context) {
        if (context.statusCode() == 413) {
            String message = "The body is larger than " + settings.maxBodyBytes() + " bytes";
            refuse(context, 413, "MAX_BODY_LIMIT", message);
        } else {
            context.next();
        }
    }

    private void schema(RoutingContext context) {
        Caller caller = CallerReader.read(context);
        if (!supergraphs.current().knows(caller)) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            refuse(context, 401, "UNAUTHENTICATED", "The schema is shown to callers with a token");
            return;
        }
        context.response()
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(supergraphs.current().desk(caller).contract().sdl());
    }

    private void hash(RoutingContext context) {
        context.response()
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(supergraphs.current().supergraph().hash());
    }
}
