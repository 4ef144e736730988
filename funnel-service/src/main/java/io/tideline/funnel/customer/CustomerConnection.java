package io.tideline.funnel.customer;

import io.smallrye.graphql.api.federation.Shareable;
import io.tideline.platform.graph.Cursor;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.Page;
import io.tideline.platform.graph.PageInfo;
import io.tideline.platform.graph.PageRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A page of customers. */
@Shareable
@Description("A page of customers (Relay cursor connection).")
public record CustomerConnection(
        @NonNull @Description("Customers of this page with their cursors.") List<@NonNull CustomerEdge> edges,
        @NonNull @Description("Customers of this page.") List<@NonNull Customer> nodes,
        @NonNull @Description("Where the page stands in the list.") PageInfo pageInfo,
        @Description("How many customers the whole list has, on all pages.") int totalCount) {
    private static final Comparator<UUID> BY_TEXT = (one, other) -> {
        int byHigh = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return byHigh != 0
                ? byHigh
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    public CustomerConnection {
        edges = List.copyOf(edges);
        nodes = List.copyOf(nodes);
    }

    /**
     * Looks at each id once and keeps no more than the page.
     *
     * @param ids of the whole list, in any order; the page goes by their text
     * @param total how many different ones there are
     */
    public static CustomerConnection of(Stream<UUID> ids, int total, PageRequest request) {
        @Nullable UUID after = request.cursor() == null ? null : afterOf(request.cursor());
        NavigableSet<UUID> next = new TreeSet<>(BY_TEXT);
        ids.filter(id -> after == null || BY_TEXT.compare(id, after) > 0).forEach(id -> {
            if (next.size() <= request.size() || BY_TEXT.compare(id, next.last()) < 0) {
                next.add(id);
            }
            if (next.size() > request.size() + 1) {
                next.pollLast();
            }
        });
        Page<UUID> page = Page.of(List.copyOf(next), request, Cursor::encode);
        List<Customer> nodes = Customer.all(
                page.rows().stream().map(id -> GlobalId.of(Customer.TYPE, id)).toList());
        List<CustomerEdge> edges = new ArrayList<>();
        for (int at = 0; at < page.rows().size(); at++) {
            edges.add(new CustomerEdge(nodes.get(at), page.cursors().get(at)));
        }
        return new CustomerConnection(edges, nodes, page.info(), total);
    }

    private static UUID afterOf(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).get(0));
        } catch (IllegalArgumentException noId) {
            throw Cursor.invalid();
        }
    }
}
