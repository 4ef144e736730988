package io.tideline.survey.door;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
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
    private final DoorReplies replies;
    private final FloodGate gate;
    private final ClientNetwork clients;
    private final Buckets networks;
    private final Lane answers;
    private final Lane looks;
    private final DoorSurveys known;
    private volatile boolean stopping;

    PublicDoor(DoorConfig config, DoorReplies replies, FloodGate gate, DoorSurveys known) {
        this.config = config;
        this.replies = replies;
        this.gate = gate;
        this.clients = new ClientNetwork(config.trustedProxies().orElse(List.of()));
        this.networks = new Buckets(config.perNetworkPerSecond(), config.perNetworkBurst());
        this.answers = Lane.ofAnswers(config);
        this.looks = Lane.ofLooks(config);
        this.known = known;
    }

    /** Work of a route: reads the visit and says which survey it is for, then does it. */
    public interface Work<T> {
        T read(Visit visit);

        String surveyOf(T request);

        /** What lets the request through a limit of many senders; null where nothing does. */
        default @Nullable Proof proofOf(T request) {
            return null;
        }

        /** Whether it asks for a survey and takes nothing: a flood of answers leaves such requests their room, and they leave it to answers. */
        default boolean isLook() {
            return false;
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
                .failureHandler(DoorReplies::failed);
    }

    /** Opens a route for reading; the path names the survey's key as {@code :key}. */
    public <T> void get(Router router, String path, Work<T> work) {
        preflight(router, path);
        router.get(path)
                .order(BEFORE_EVERYTHING_ELSE)
                .handler(context -> take(context, work))
                .failureHandler(DoorReplies::failed);
    }

    /** From here on clients are told to come back over another connection, which leads to another replica. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    private static void preflight(Router router, String path) {
        Route route = router.options(path).order(BEFORE_EVERYTHING_ELSE);
        route.handler(context -> DoorReplies.readable(context.response())
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
        Lane lane = work.isLook() ? looks : answers;
        DoorRefusal full = lane.places().refusal(() -> surveyAtAGlance(context));
        if (full != null) {
            replies.refuse(context, full);
            return;
        }
        Uni.createFrom()
                .deferred(() -> admitted(context, work, lane))
                .subscribe()
                .with(
                        answer -> replies.write(context, answer),
                        failure -> replies.refuse(context, DoorFaults.refusalOf(failure)));
    }

    private static @Nullable String surveyAtAGlance(RoutingContext context) {
        String key = context.pathParam("key");
        return key == null ? Glance.surveyIn(body(context)) : key;
    }

    private <T> Uni<DoorAnswer> admitted(RoutingContext context, Work<T> work, Lane lane) {
        FloodGate.pass(networks, clients.of(context.request()));
        Visit visit = visit(context);
        T request = work.read(visit);
        String survey = work.surveyOf(request);
        Passage passage = gate.passage(work.proofOf(request));
        passage.pass(lane.surveys(), survey);
        return lane.places()
                .hold(
                        survey,
                        () -> inTime(ofItsTenant(survey, passage, lane)
                                .flatMap(found -> work.run(request, visit, passage))));
    }

    /** Whose survey it is stands in the database where nobody has asked for it lately, so this is the last of the limits. */
    private Uni<DoorSurveys.Found> ofItsTenant(String survey, Passage passage, Lane lane) {
        return known.find(survey)
                .map(found -> found.orElseThrow(DoorRefusal::noSurvey))
                .invoke(found -> passage.pass(lane.tenants(), found.tenant()));
    }

    private Uni<DoorAnswer> inTime(Uni<DoorAnswer> answer) {
        return answer.ifNoItem().after(config.deadline()).failWith(() -> DoorRefusal.unavailable(FloodGate.soon(2)));
    }

    private static Buffer body(RoutingContext context) {
        Buffer sent = context.body() == null ? null : context.body().buffer();
        return sent == null ? Buffer.buffer() : sent;
    }

    private static Visit visit(RoutingContext context) {
        Buffer body = body(context);
        if (body.length() > MAX_BODY) {
            throw DoorReplies.tooLong();
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
}
