package io.tideline.customer.customer;

import io.smallrye.graphql.api.federation.Shareable;
import io.tideline.platform.graph.Page;
import io.tideline.platform.graph.PageInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A page of customers.
 *
 * @param asked whom the list was asked for, to count them where that is asked too
 */
@Shareable
@Description("A page of customers (Relay cursor connection).")
public record CustomerConnection(
        @NonNull @Description("Customers of this page with their cursors.") List<@NonNull CustomerEdge> edges,
        @NonNull @Description("Customers of this page.") List<@NonNull Customer> nodes,
        @NonNull @Description("Where the page stands in the list.") PageInfo pageInfo,
        @Ignore CustomerFilter asked) {
    public CustomerConnection {
        edges = List.copyOf(edges);
        nodes = List.copyOf(nodes);
    }

    static CustomerConnection of(Page<Customer> page, CustomerFilter asked) {
        List<CustomerEdge> edges = new ArrayList<>();
        for (int at = 0; at < page.rows().size(); at++) {
            edges.add(new CustomerEdge(page.rows().get(at), page.cursors().get(at)));
        }
        return new CustomerConnection(edges, page.rows(), page.info(), asked);
    }
}
