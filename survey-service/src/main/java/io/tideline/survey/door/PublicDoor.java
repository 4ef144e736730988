package io.tideline.survey.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every public route goes through: no login, no cookie, any origin, at most 16 KiB, limits per network, survey and organisation, a bounded number under way.
 * Nothing is kept in memory behind a 2xx: the answer is written when the work is done.
 */
@ApplicationScoped
public class PublicDoor {
    /** Longest body, in bytes. */
    static final int MAX_BODY = 16 * 1024;

    private static final int BEFORE_EVERYTHING_ELSE = -2000;

    private final DoorConfig config;
    private final MeterRegistry meters;
    private final FloodGate gate;
    private final ClientNetwork clients;
    private final Buckets networks;
    private final Buckets surveys;
    private final Buckets tenants;
    private final DoorSurveys known;
    private final Semaphore places;
    private final Map<String, Integer> placesTaken = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    PublicDoor(DoorConfig config, MeterRegistry meters, FloodGate gate, DoorSurveys known) {
        this.config = config;
        this.meters = meters;
        this.gate = gate;
        this.clients = new ClientNetwork(config.trustedProxies().orElse(List.of()));
        this.networks = new Buckets(config.perNetworkPerSecond(), config.perNetworkBurst());
        this.surveys = new Buckets(config.perSurveyPerSecond(), config.perSurveyBurst());
        this.tenants = new Buckets(config.perTenantPerSecond(), config.perTenantBurst());
        this.known = known;
        this.places = new Semaphore(config.inFlight());
    }

    /** Work of a route: reads the visit and says which survey it is for, then does it. */
    public interface Work<T> {
        T read(Visit visit);

        String surveyOf(T request);

        /** What lets the request through a limit of many senders; null where nothing does. */
        default @Nullable Proof proofOf(T request) {
            return null;
        }

        /** @param passage lets the request through limits that the work has of its own */
        Uni<DoorAnswer> run(T request, Visit visit, Passage passage);
    }

    /** Opens a route for posts of JSON, also where a page can only send it as plain text. */
    public <T> void post(Router router, String path, Work<T> work) {
        preflight(router, path);
        router.post(path)
                .order(BEFORE_EVERYTHING_ELSE)
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
                .handler(context -> take(context, work))
                .failureHandler(PublicDoor::failed);
    }

    /** Opens a route for reading; the path names the survey's key as {@code :key}. */
    public <T> void get(Router router, String path, Work<T> work) {
        preflight(router, path);
        router.get(path)
                .order(BEFORE_EVERYTHING_ELSE)
                .handler(context -> take(context, work))
                .failureHandler(PublicDoor::failed);
    }

    /** From here on clients are told to come back over another connection, which leads to another replica. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    private static void preflight(Router router, String path) {
        Route route = router.options(path).order(BEFORE_EVERYTHING_ELSE);
        route.handler(context -> readable(context.response())
                .putHeader("Access-Control-Allow-Methods", "GET, POST")
                .putHeader("Access-Control-Allow-Headers", "Content-Type, Idempotency-Key")
                .putHeader("Access-Control-Max-Age", "86400")
                .setStatusCode(204)
                .end());
    }

    private <T> void take(RoutingContext context, Work<T> work) {
        if (stopping && context.request().version() == HttpVersion.HTTP_1_1) {
            context.response().putHeader("Connection", "close");
        }
        Uni.createFrom()
                .deferred(() -> admitted(context, work))
                .subscribe()
                .with(answer -> write(context, answer), failure -> refuse(context, DoorFaults.refusalOf(failure)));
    }

    private <T> Uni<DoorAnswer> admitted(RoutingContext context, Work<T> work) {
        FloodGate.pass(networks, clients.of(context.request()));
        Visit visit = visit(context);
        T request = work.read(visit);
        String survey = work.surveyOf(request);
        Passage passage = gate.passage(work.proofOf(request));
        passage.pass(surveys, survey);
        return inItsPlace(
                survey, () -> ofItsTenant(survey, passage).flatMap(found -> work.run(request, visit, passage)));
    }

    /** Whose survey it is stands in the database where nobody has asked for it lately, so this is the last of the limits. */
    private Uni<DoorSurveys.Found> ofItsTenant(String survey, Passage passage) {
        return known.find(survey)
                .map(found -> found.orElseThrow(DoorRefusal::noSurvey))
                .invoke(found -> passage.pass(tenants, found.tenant()));
    }

    private Uni<DoorAnswer> inItsPlace(String survey, Supplier<Uni<DoorAnswer>> work) {
        if (!places.tryAcquire()) {
            throw DoorRefusal.unavailable(FloodGate.soon(1));
        }
        int taken = placesTaken.merge(survey, 1, Integer::sum);
        Uni<DoorAnswer> answer = taken > config.inFlightPerSurvey()
                ? Uni.createFrom().failure(DoorRefusal.tooMany(FloodGate.soon(1)))
                : Uni.createFrom()
                        .deferred(work::get)
                        .ifNoItem()
                        .after(config.deadline())
                        .failWith(() -> DoorRefusal.unavailable(FloodGate.soon(2)));
        return answer.onTermination().invoke(() -> leave(survey));
    }

    private void leave(String survey) {
        places.release();
        placesTaken.computeIfPresent(survey, (key, taken) -> taken == 1 ? null : taken - 1);
    }

    private static Visit visit(RoutingContext context) {
        Buffer sent = context.body() == null ? null : context.body().buffer();
        Buffer body = sent == null ? Buffer.buffer() : sent;
        if (body.length() > MAX_BODY) {
            throw tooLong();
        }
        if (context.request().getParam("signed") != null) {
            throw DoorRefusal.of(
                    400, "TOKEN_IN_ADDRESS", "Addresses end in logs; a token comes in the body of a POST.");
        }
        return new Visit(
                body,
                context.pathParam("key"),
                foreignOrigin(context.request()),
                context.request().getHeader("Idempotency-Key"),
                context.request().getParam("language"));
    }

    /** A page of this host is our own, as the link pages are: no other page can name our host as its origin. */
    private static @Nullable String foreignOrigin(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return null;
        }
        String lower = origin.toLowerCase(Locale.ROOT);
        String host = request.getHeader("Host");
        return host != null && lower.endsWith("://" + host.toLowerCase(Locale.ROOT)) ? null : lower;
    }

    private static DoorRefusal tooLong() {
        return DoorRefusal.of(413, "TOO_LONG", "At most " + MAX_BODY + " bytes are taken.");
    }

    private static void failed(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        DoorRefusal refusal = context.statusCode() == 413 ? tooLong() : DoorFaults.refusalOf(context.failure());
        write(context, refusal);
    }

    private void refuse(RoutingContext context, DoorRefusal refusal) {
        meters.counter("tideline.door.refused", "code", refusal.code()).increment();
        write(context, refusal);
    }

    private static void write(RoutingContext context, DoorRefusal refusal) {
        HttpServerResponse response = refusal.isReadableByPages() ? readable(context.response()) : context.response();
        if (refusal.retryAfterSeconds() > 0) {
            response.putHeader("Retry-After", String.valueOf(refusal.retryAfterSeconds()));
        }
        if (refusal.status() == 413) {
            response.putHeader("Connection", "close");
        }
        end(response, refusal.status(), refusal.body());
    }

    private void write(RoutingContext context, DoorAnswer answer) {
        meters.counter(
                        "tideline.door.taken",
                        "path",
                        String.valueOf(context.currentRoute().getPath()))
                .increment();
        HttpServerResponse response = readable(context.response());
        answer.headers().forEach(response::putHeader);
        end(response, answer.status(), answer.body());
    }

    private static HttpServerResponse readable(HttpServerResponse response) {
        return response.putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Access-Control-Expose-Headers", "Idempotency-Replayed, Retry-After");
    }

    private static void end(HttpServerResponse response, int status, JsonObject body) {
        if (!response.headers().contains("Cache-Control")) {
            response.putHeader("Cache-Control", "no-store");
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(body.toBuffer());
    }
}
