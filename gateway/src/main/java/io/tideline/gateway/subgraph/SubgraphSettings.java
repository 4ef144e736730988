package io.tideline.gateway.subgraph;

import io.tideline.platform.access.GatewayAssertion;
import java.time.Duration;
import java.util.Map;

/**
 * How subgraphs are called.
 *
 * @param urls addresses by subgraph name that replace those of the supergraph
 * @param assertions what proves to a subgraph that the gateway asks, by subgraph name
 * @param deadline from asking to the last byte of the answer
 * @param maxAnswerBytes answers beyond this are dropped
 * @param connections open connections to one subgraph at most
 */
public record SubgraphSettings(
        Map<String, String> urls,
        Map<String, GatewayAssertion> assertions,
        Duration deadline,
        int maxAnswerBytes,
        int connections) {

    public SubgraphSettings {
        urls = Map.copyOf(urls);
        assertions = Map.copyOf(assertions);
    }
}
