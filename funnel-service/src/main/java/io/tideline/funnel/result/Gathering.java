package io.tideline.funnel.result;

import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.platform.graph.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Questions that are answered by one reading, as long as it has not begun: the customers and the property to hold are the same, one dimension is enough, and
 * they are not too many at a time for the memory of one reading.
 */
final class Gathering {
    private static final int MOST = 12;
    /** Each may take a {@link Room}. */
    private static final int MOST_COLLECTING = 4;

    private final CustomerFilter filter;
    private final @Nullable String hold;
    private final List<Question<?>> questions = new ArrayList<>();
    private @Nullable Dimension dimension;

    Gathering(FunnelQuery first) {
        this.filter = comparable(first.filter());
        this.hold = first.options().hold();
    }

    boolean takes(FunnelQuery query, @Nullable Dimension wanted) {
        return questions.size() < MOST
                && (!query.details().any() || collecting() < MOST_COLLECTING)
                && filter.equals(comparable(query.filter()))
                && Objects.equals(hold, query.options().hold())
                && (dimension == null || wanted == null || dimension == wanted);
    }

    private long collecting() {
        return queries().stream().filter(query -> query.details().any()).count();
    }

    /** Where no tags are asked for, it does not matter when they would have to be carried. */
    private static CustomerFilter comparable(CustomerFilter filter) {
        return filter.segment().tags() != null
                ? filter
                : new CustomerFilter(filter.tenant(), filter.segment(), filter.visibility(), Instant.EPOCH);
    }

    void add(Question<?> question) {
        questions.add(question);
        dimension = dimension == null ? question.dimension() : dimension;
    }

    CustomerFilter filter() {
        return filter;
    }

    @Nullable
    String hold() {
        return hold;
    }

    @Nullable
    Dimension dimension() {
        return dimension;
    }

    List<Question<?>> questions() {
        return questions;
    }

    List<FunnelQuery> queries() {
        return questions.stream()
                .flatMap(question -> question.queries().stream())
                .toList();
    }
}
