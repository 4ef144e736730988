package io.tideline.gateway.subgraph;

import io.tideline.platform.access.GatewayAssertion;
import java.time.Duration;
import java.util.Map;

/**
 * How subgraphs are called.
 *
 * @param urls addresses by subgraph name that replace those of the supergraph
 * @param assertions what proves to a subgraph that the gateway asks, by subgraph name
 * @param operationDeadline all calls of one operation together; a call that has not begun by then is not made
 * @param bounds what each subgraph is given by itself
 */
public record SubgraphSettings(
        Map<String, String> urls, Map<String, GatewayAssertion> assertions, Duration operationDeadline, Bounds bounds) {

    public SubgraphSettings {
        urls = Map.copyOf(urls);
        assertions = Map.copyOf(assertions);
        if (bounds.deadline().compareTo(operationDeadline) >= 0) {
            throw new IllegalArgumentException("One call may take " + bounds.deadline()
                    + ", which is not less than the whole operation's " + operationDeadline);
        }
    }

    /**
     * What one subgraph may cost the others and the gateway, and when it is left alone.
     *
     * @param deadline from asking to the last byte of the answer, a second try included
     * @param maxAnswerBytes answers beyond this are dropped
     * @param connections calls under way at once
     * @param waiting calls that may wait for a connection; further ones are refused at once
     * @param streams subscriptions open at once; further ones are refused at once
     * @param patience how long a call waits for a connection
     * @param retryPercent second tries of failed queries, in percent of all calls
     */
    public record Bounds(
            Duration deadline,
            int maxAnswerBytes,
            int connections,
            int waiting,
            int streams,
            Duration patience,
            int retryPercent,
            Breaker breaker) {}

    /**
     * When a subgraph that fails is not asked for a while.
     *
     * @param calls how many of the latest calls are looked at; with fewer it never opens
     * @param failedPercent the share of failures that opens it
     * @param open how long nothing is asked; then one call tries
     */
    public record Breaker(int calls, int failedPercent, Duration open) {}
}
