package io.tideline.local.bench;

import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import java.net.http.HttpRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the gateway has asked of its subgraphs since it started, from its metrics.
 *
 * @param count calls to all subgraphs
 * @param seconds their durations added up
 */
public record SubgraphCalls(long count, double seconds) {
    private static final Pattern FIGURE =
            Pattern.compile("(?m)^tideline_gateway_subgraph_seconds_(count|sum)\\{[^}]*} ([0-9.eE+-]+)$");

    public static SubgraphCalls now(Platform platform) {
        String metrics = platform.send(HttpRequest.newBuilder(platform.managementUrl(Part.GATEWAY, "/metrics"))
                        .GET()
                        .build())
                .body();
        double count = 0;
        double seconds = 0;
        for (Matcher figure = FIGURE.matcher(metrics); figure.find(); ) {
            double value = Double.parseDouble(figure.group(2));
            if (figure.group(1).equals("count")) {
                count += value;
            } else {
                seconds += value;
            }
        }
        return new SubgraphCalls(Math.round(count), seconds);
    }

    public SubgraphCalls since(SubgraphCalls earlier) {
        return new SubgraphCalls(count - earlier.count, seconds - earlier.seconds);
    }
}
