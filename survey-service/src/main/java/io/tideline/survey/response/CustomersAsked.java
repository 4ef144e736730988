package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.PageRequest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The customers of one entity call, which their fields share: what the fields of one level ask for is gathered until the event loop comes round and
 * then read with one statement for all of them; there is nothing of customers whom the caller does not see. A second page of the same customers, under an alias, costs a second statement.
 */
final class CustomersAsked {
    private final List<UUID> customers;
    private final Read read;
    private final Map<PageRequest, Uni<Map<UUID, CustomerResponses>>> pages = new HashMap<>();
    private @Nullable Uni<Map<UUID, CustomerResponses>> latestNps;
    private @Nullable PageRequest gathered;
    private boolean npsGathered;
    private @Nullable Uni<Map<UUID, CustomerResponses>> coming;

    /** The statement: a page or none, the latest net promoter scores or not. */
    interface Read {
        Uni<Map<UUID, CustomerResponses>> of(List<UUID> customers, @Nullable PageRequest request, boolean latestNps);
    }

    CustomersAsked(List<UUID> customers, Read read) {
        this.customers = List.copyOf(customers);
        this.read = read;
    }

    synchronized Uni<Optional<CustomerResponses>> page(UUID customer, PageRequest request) {
        return of(customer, pages.computeIfAbsent(request, this::joined));
    }

    synchronized Uni<Optional<CustomerResponses>> latestNps(UUID customer) {
        if (latestNps == null) {
            latestNps = coming();
            npsGathered = true;
        }
        return of(customer, latestNps);
    }

    private Uni<Map<UUID, CustomerResponses>> joined(PageRequest request) {
        if (gathered == null) {
            gathered = request;
            return coming();
        }
        return read.of(customers, request, false).memoize().indefinitely();
    }

    private Uni<Map<UUID, CustomerResponses>> coming() {
        if (coming == null) {
            coming = nextTurn().flatMap(turn -> load()).memoize().indefinitely();
        }
        return coming;
    }

    private synchronized Uni<Map<UUID, CustomerResponses>> load() {
        PageRequest request = gathered;
        boolean nps = npsGathered;
        gathered = null;
        npsGathered = false;
        coming = null;
        return read.of(customers, request, nps);
    }

    private static Uni<Optional<CustomerResponses>> of(UUID customer, Uni<Map<UUID, CustomerResponses>> loaded) {
        return loaded.map(found -> Optional.ofNullable(found.get(customer)));
    }

    private static Uni<Void> nextTurn() {
        return Uni.createFrom().emitter(emitter -> {
            Context context = Vertx.currentContext();
            if (context == null) {
                emitter.complete(null);
            } else {
                context.runOnContext(turn -> emitter.complete(null));
            }
        });
    }
}
