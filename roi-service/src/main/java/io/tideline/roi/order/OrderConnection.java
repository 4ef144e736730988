package io.tideline.roi.order;

import io.tideline.platform.graph.Page;
import io.tideline.platform.graph.PageInfo;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of orders. */
@Description("A page of a customer's orders and refunds, newest first.")
public record OrderConnection(
        @NonNull @Description("Orders with their cursors.") List<@NonNull OrderEdge> edges,
        @NonNull @Description("Where the page stands in the list.") PageInfo pageInfo) {

    /** An order in its place. */
    @Description("An order in its place in the list.")
    public record OrderEdge(
            @NonNull @Description("The order.") Order node,
            @NonNull @Description("Cursor of this place.") String cursor) {}

    public OrderConnection {
        edges = List.copyOf(edges);
    }

    public static OrderConnection of(Page<Order> page) {
        List<OrderEdge> edges = IntStream.range(0, page.rows().size())
                .mapToObj(i -> new OrderEdge(page.rows().get(i), page.cursors().get(i)))
                .toList();
        return new OrderConnection(edges, page.info());
    }
}
