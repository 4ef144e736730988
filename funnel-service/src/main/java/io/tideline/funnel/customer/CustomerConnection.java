package io.tideline.funnel.customer;

import io.smallrye.graphql.api.federation.Shareable;
import io.tideline.platform.graph.Cursor;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.Page;
import io.tideline.platform.graph.PageInfo;
import io.tideline.platform.graph.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of customers. */
@Shareable
@Description("A page of customers (Relay cursor connection).")
public record CustomerConnection(
        @NonNull @Description("Customers of this page with their cursors.") List<@NonNull CustomerEdge> edges,
        @NonNull @Description("Customers of this page.") List<@NonNull Customer> nodes,
        @NonNull @Description("Where the page stands in the list.") PageInfo pageInfo,
        @Description("How many customers the whole list has, on all pages.") int totalCount) {
    public CustomerConnection {
        edges = List.copyOf(edges);
        nodes = List.copyOf(nodes);
    }

    /** @param sorted ids of the whole list in the order of their text */
    public static CustomerConnection of(List<UUID> sorted, PageRequest request) {
        String after = request.cursor() == null ? "" : afterOf(request.cursor());
        List<UUID> read = sorted.stream()
                .filter(id -> id.toString().compareTo(after) > 0)
                .limit(request.size() + 1L)
                .toList();
        Page<UUID> page = Page.of(read, request, Cursor::encode);
        List<Customer> nodes = Customer.all(
                page.rows().stream().map(id -> GlobalId.of(Customer.TYPE, id)).toList());
        List<CustomerEdge> edges = new ArrayList<>();
        for (int at = 0; at < page.rows().size(); at++) {
            edges.add(new CustomerEdge(nodes.get(at), page.cursors().get(at)));
        }
        return new CustomerConnection(edges, nodes, page.info(), sorted.size());
    }

    private static String afterOf(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).get(0)).toString();
        } catch (IllegalArgumentException noId) {
            throw Cursor.invalid();
        }
    }
}
