package io.tideline.platform.metric;

import java.util.List;

/**
 * What was decided where the sources of a metric disagree.
 *
 * @param choice what holds unless asked otherwise
 * @param alternatives other readings that can be chosen
 * @param variants metric variants the decision is about, the chosen one first; empty where it is about no single metric
 */
public record Decision(String id, String topic, String choice, List<String> alternatives, List<String> variants) {
    public Decision {
        alternatives = List.copyOf(alternatives);
        variants = List.copyOf(variants);
    }
}
