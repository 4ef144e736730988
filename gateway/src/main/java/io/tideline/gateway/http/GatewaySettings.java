package io.tideline.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.tideline.gateway.operation.persisted.DocumentMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the gateway treats requests and subgraphs. */
@ConfigMapping(prefix = "tideline.gateway")
public interface GatewaySettings {
    /** Addresses by subgraph name; they replace those of the supergraph. */
    Map<String, String> subgraphs();

    /** Assertion keys by subgraph name, base64 of at least 32 bytes. */
    Map<String, String> keys();

    /** All calls of one operation together; what has not been answered by then is null. */
    @WithDefault("15s")
    Duration deadline();

    /** Bounds of the calls to each subgraph. */
    Calls calls();

    /** Below {@code tideline.gateway.calls}. */
    interface Calls {
        /** From asking a subgraph to the last byte of its answer, a second try included; less than the operation's. */
        @WithDefault("10s")
        Duration deadline();

        /** Answers beyond this many bytes are dropped. */
        @WithDefault("33554432")
        int maxAnswerBytes();

        /** Calls to one subgraph under way at once. */
        @WithDefault("64")
        int connections();

        /** Calls that may wait for one of these connections; further ones are refused at once. */
        @WithDefault("256")
        int waiting();

        /** Subscriptions to one subgraph open at once; further ones are refused at once. */
        @WithDefault("4096")
        int streams();

        /** How long a call waits for a connection. */
        @WithName("wait")
        @WithDefault("500ms")
        Duration patience();

        /** Second tries of failed queries, in percent of all calls to the subgraph; 0 for none. */
        @WithDefault("10")
        int retryPercent();

        /** When a failing subgraph is not asked for a while. */
        Breaker breaker();
    }

    /** Below {@code tideline.gateway.calls.breaker}. */
    interface Breaker {
        /** How many of the latest calls are looked at; with fewer it never opens. */
        @WithDefault("20")
        int calls();

        /** The share of failures among them that opens it, in percent. */
        @WithDefault("50")
        int failedPercent();

        /** How long nothing is asked; then one call tries. */
        @WithDefault("5s")
        Duration open();
    }

    /** Request bodies beyond this many bytes are refused. */
    @WithDefault("262144")
    int maxBodyBytes();

    /** How much time of its thread one operation may be planned for, {@link io.tideline.gateway.plan.Planner}. */
    @WithDefault("100ms")
    Duration planBudget();

    /** An operation that takes this long to plan is logged, once. */
    @WithDefault("50ms")
    Duration slowPlan();

    /** How often the supergraph file is looked at. */
    @WithDefault("100ms")
    Duration watchInterval();

    /** Web origins that may read answers; none by default. */
    @WithName("cors-origins")
    Optional<List<String>> corsOrigins();

    /** What callers see of fields that their scopes do not open. */
    @WithDefault("hide")
    Denied denied();

    /** Values of {@code tideline.gateway.denied}. */
    enum Denied {
        /** Such fields are unknown. */
        HIDE,
        /** They are shown, never fetched, and answered with null and an error. */
        NULL
    }

    /** Documents that clients name instead of sending them. */
    Documents documents();

    /** Below {@code tideline.gateway.documents}. */
    interface Documents {
        /** {@code off}, {@code apq} or {@code trusted-only}, for roles that {@link #modes} does not name. */
        @WithDefault("apq")
        DocumentMode mode();

        /** The mode of a realm role, {@code anonymous} for callers without a token; of several roles the strictest counts. */
        Map<String, DocumentMode> modes();

        /** Files with trusted documents: Apollo's manifest, Relay's and the code generator's persisted documents. */
        Optional<List<Path>> files();

        /** Bytes for texts that clients registered by hash. */
        @WithDefault("8388608")
        long cacheBytes();
    }

    /** Live queries. */
    Subscriptions subscriptions();

    /** Below {@code tideline.gateway.subscriptions}. */
    interface Subscriptions {
        /** Subscriptions of one caller at a time. */
        @WithDefault("50")
        int perCaller();

        /** Events that may wait for a client before it is cut off. */
        @WithDefault("64")
        int waiting();

        /** How often a sign of life is sent. */
        @WithDefault("12s")
        Duration heartbeat();

        /** How long a new socket may stay without saying who it is. */
        @WithDefault("3s")
        Duration initTimeout();
    }

    /** Which operations are traced, where traces are on. */
    Traces traces();

    /** Below {@code tideline.gateway.traces}. */
    interface Traces {
        /** The share of requests that is traced, from 0 to 1. */
        @WithDefault("1")
        double share();

        /** Whether a trace context that comes with a request decides instead: for a gateway behind one that is trusted. */
        @WithDefault("false")
        boolean byCallers();
    }

    /** Limits of one document. */
    Document document();

    /** Below {@code tideline.gateway.document}. */
    interface Document {
        /** Lexical tokens. */
        @WithDefault("2000")
        int tokens();

        /** Nesting of fields. */
        @WithDefault("12")
        int depth();

        /** Aliases. */
        @WithDefault("30")
        int aliases();

        /** Fields at the root. */
        @WithDefault("20")
        int rootFields();

        /** Directives. */
        @WithDefault("30")
        int directives();

        /** Fields once fragments are spread. */
        @WithDefault("10000")
        int selections();

        /** Estimated cost of one operation, in weights of the cost specification. */
        @WithDefault("1000")
        double cost();

        /** Items a list is taken to have where neither the schema nor the request says. */
        @WithDefault("1")
        double listSize();
    }
}
