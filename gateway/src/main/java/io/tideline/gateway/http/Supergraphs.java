package io.tideline.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.tideline.gateway.access.Caller;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.subgraph.SubgraphClient;
import io.tideline.gateway.subgraph.SubgraphSettings;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.SupergraphException;
import io.tideline.gateway.supergraph.SupergraphReader;
import io.tideline.platform.access.GatewayAssertion;
import io.vertx.core.Vertx;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Holds the supergraph in use. Its file is watched: a good new one takes over at once, a bad one is refused and logged. */
@ApplicationScoped
public class Supergraphs {
    private static final Logger LOG = Logger.getLogger(Supergraphs.class);
    private static final String BUILT_IN = "supergraph.graphqls";

    private final Vertx vertx;
    private final GatewaySettings settings;
    private final MeterRegistry meters;
    private final SubgraphClient client;
    private final PlanWatch watch;
    private final Optional<String> file;
    private final boolean open;
    private volatile @Nullable Generation current;
    private volatile String refused = "";
    private String seen = "";

    public Supergraphs(
            Vertx vertx,
            GatewaySettings settings,
            MeterRegistry meters,
            Tracing tracing,
            @ConfigProperty(name = "tideline.supergraph") Optional<String> file,
            @ConfigProperty(name = Authentication.SETTING) String authentication) {
        this.vertx = vertx;
        this.file = file;
        this.open = Authentication.isNone(authentication);
        this.settings = settings;
        this.meters = meters;
        this.client = new SubgraphClient(vertx, subgraphs(settings), meters, tracing.tracer());
        this.watch = new PlanWatch(meters, settings.slowPlan());
    }

    private static SubgraphSettings subgraphs(GatewaySettings gateway) {
        Map<String, GatewayAssertion> assertions = new HashMap<>();
        gateway.keys().forEach((name, key) -> assertions.put(name, new GatewayAssertion(name, key)));
        GatewaySettings.Calls calls = gateway.calls();
        GatewaySettings.Breaker breaker = calls.breaker();
        SubgraphSettings.Bounds bounds = new SubgraphSettings.Bounds(
                calls.deadline(),
                calls.maxAnswerBytes(),
                calls.connections(),
                calls.waiting(),
                calls.streams(),
                calls.patience(),
                calls.retryPercent(),
                new SubgraphSettings.Breaker(breaker.calls(), breaker.failedPercent(), breaker.open()));
        return new SubgraphSettings(gateway.subgraphs(), assertions, gateway.deadline(), bounds);
    }

    @PostConstruct
    void begin() {
        if (file.isEmpty()) {
            current = generation(SupergraphReader.read(builtIn()));
            return;
        }
        Path path = Path.of(file.get());
        seen = stamp(path);
        current = generation(SupergraphReader.read(read(path)));
        vertx.setPeriodic(settings.watchInterval().toMillis(), any -> look(path));
    }

    Generation current() {
        Generation generation = current;
        if (generation == null) {
            throw new IllegalStateException("no supergraph is loaded");
        }
        return generation;
    }

    /** Why the newest file was refused; empty while the newest file is the one in use. */
    String refused() {
        return refused;
    }

    private void look(Path path) {
        String now = stamp(path);
        if (!now.isEmpty() && !now.equals(seen)) {
            seen = now;
            vertx.executeBlocking(() -> swap(path), true)
                    .onFailure(unexpected -> LOG.error("The supergraph could not be swapped", unexpected));
        }
    }

    /** Takes the file for the supergraph in use; false when it is refused. */
    boolean swap(Path path) {
        try {
            Generation next = generation(SupergraphReader.read(read(path)));
            next.desk(Caller.ANONYMOUS);
            current = next;
            refused = "";
            meters.counter("tideline.gateway.supergraph", "outcome", "loaded").increment();
            LOG.infof("supergraph=%s is in use", next.supergraph().hash());
            return true;
        } catch (SupergraphException | UncheckedIOException bad) {
            refused = String.valueOf(bad.getMessage());
            meters.counter("tideline.gateway.supergraph", "outcome", "refused").increment();
            LOG.errorf("The supergraph was refused, the one before stays in use: %s", bad.getMessage());
            return false;
        }
    }

    private Generation generation(Supergraph supergraph) {
        GatewaySettings.Document document = settings.document();
        Limits limits = new Limits(
                document.tokens(),
                document.depth(),
                document.aliases(),
                document.rootFields(),
                document.directives(),
                document.selections(),
                document.cost(),
                document.listSize());
        boolean showsDenied = settings.denied() == GatewaySettings.Denied.NULL;
        return new Generation(
                supergraph, new Generation.Manners(open, showsDenied, limits, settings.planBudget()), client, watch);
    }

    private static String stamp(Path path) {
        try {
            return Files.getLastModifiedTime(path) + " " + Files.size(path) + " "
                    + Files.getAttribute(path, "unix:ino");
        } catch (IOException | UnsupportedOperationException gone) {
            return "";
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The supergraph " + path + " cannot be read", unreadable);
        }
    }

    private static String builtIn() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new SupergraphException("There is no supergraph: set TIDELINE_SUPERGRAPH to its file");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
