package io.tideline.survey.kept;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Lets kept counts follow what changes of answers that are counted already: whose they are, and what their customers are. What is kept of them is taken
 * away before the change and added as it is after it, in the transaction of the change, so that nobody sees the one without the other.
 */
@ApplicationScoped
public class MoveScores {
    /** Answers that move at once beyond which counting all anew costs less. */
    private static final int MOST = 20_000;

    private final PackScores packing;

    MoveScores(PackScores packing) {
        this.packing = packing;
    }

    /**
     * What moves; more than what really does is no harm.
     *
     * @param customers all of whose answers may count elsewhere
     * @param answers single ones that may
     */
    public record Moved(List<UUID> customers, List<UUID> answers) {
        public Moved {
            customers = List.copyOf(customers);
            answers = List.copyOf(answers);
        }

        public static Moved customers(List<UUID> customers) {
            return new Moved(customers, List.of());
        }

        public static Moved answers(List<UUID> answers) {
            return new Moved(List.of(), answers);
        }

        boolean isEmpty() {
            return customers.isEmpty() && answers.isEmpty();
        }
    }

    /**
     * Makes a change, alone among those of the organisation.
     *
     * @param whose asked before the change, and only where something is kept
     */
    public Uni<Void> around(
            SqlConnection transaction, String tenant, Supplier<Uni<Moved>> whose, Supplier<Uni<Void>> change) {
        KeptStore store = new KeptStore(transaction, tenant);
        return store.hold().flatMap(kept -> {
            String zone = kept.zone();
            return zone == null
                    ? change.get()
                    : whose.get().flatMap(moved -> moved(store, tenant, zone, moved, change));
        });
    }

    private Uni<Void> moved(KeptStore store, String tenant, String zone, Moved moved, Supplier<Uni<Void>> change) {
        if (moved.isEmpty()) {
            return change.get();
        }
        if (moved.answers().size() > MOST) {
            return store.forget().flatMap(forgotten -> change.get()).invoke(() -> packing.soon(tenant));
        }
        return store.shift(zone, moved.customers(), moved.answers(), -1)
                .flatMap(taken -> change.get())
                .flatMap(changed -> store.shift(zone, moved.customers(), moved.answers(), 1));
    }
}
