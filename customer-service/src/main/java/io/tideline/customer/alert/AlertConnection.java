package io.tideline.customer.alert;

import io.tideline.platform.graph.Page;
import io.tideline.platform.graph.PageInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of alerts. */
@Description("A page of alerts (Relay cursor connection).")
public record AlertConnection(
        @NonNull @Description("Alerts of this page with their cursors.") List<@NonNull AlertEdge> edges,
        @NonNull @Description("Alerts of this page.") List<@NonNull Alert> nodes,
        @NonNull @Description("Where the page stands in the list.") PageInfo pageInfo) {
    public AlertConnection {
        edges = List.copyOf(edges);
        nodes = List.copyOf(nodes);
    }

    static AlertConnection of(Page<Alert> page) {
        List<AlertEdge> edges = new ArrayList<>();
        for (int at = 0; at < page.rows().size(); at++) {
            edges.add(new AlertEdge(page.rows().get(at), page.cursors().get(at)));
        }
        return new AlertConnection(edges, page.rows(), page.info());
    }
}
