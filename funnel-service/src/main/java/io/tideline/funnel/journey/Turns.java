package io.tideline.funnel.journey;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.tideline.platform.error.AppException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how much is done at a time, of all organisations together and of each. Who must wait does so in order, but behind nobody who waits for others of
 * the own organisation, and not for long.
 */
final class Turns {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final int most;
    private final int mostOfOne;
    private final int mostWaiting;
    private final Duration patience;
    private final Map<String, Integer> running = new HashMap<>();
    private final List<Ticket> waiting = new ArrayList<>();
    private int all;

    /**
     * @param most how much is done at a time
     * @param mostOfOne how much of it for one organisation
     * @param mostWaiting how many wait of one organisation before others are refused
     * @param patience how long one waits
     */
    Turns(int most, int mostOfOne, int mostWaiting, Duration patience) {
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.mostWaiting = mostWaiting;
        this.patience = patience;
    }

    private record Ticket(String tenant, UniEmitter<? super Boolean> emitter) {}

    /** Does the work in its turn, whoever may have gone away meanwhile; UNAVAILABLE where too many wait, or it has waited too long. */
    <T> Uni<T> inTurn(String tenant, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .<Boolean>emitter(emitter -> enter(new Ticket(tenant, emitter)))
                .flatMap(granted ->
                        Uni.createFrom().deferred(work::get).onTermination().invoke(() -> leave(tenant)))
                .memoize()
                .indefinitely();
    }

    private void enter(Ticket ticket) {
        boolean isRefused;
        boolean isGranted;
        synchronized (this) {
            isGranted = isFree(ticket.tenant());
            isRefused = !isGranted && waitingOf(ticket.tenant()) >= mostWaiting;
            if (isGranted) {
                start(ticket.tenant());
            } else if (!isRefused) {
                waiting.add(ticket);
            }
        }
        if (isGranted) {
            ticket.emitter().complete(true);
        } else if (isRefused) {
            ticket.emitter().fail(tooMany());
        } else {
            Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(patience)
                    .subscribe()
                    .with(late -> giveUp(ticket));
        }
    }

    private void giveUp(Ticket ticket) {
        boolean waited;
        synchronized (this) {
            waited = waiting.remove(ticket);
        }
        if (waited) {
            ticket.emitter().fail(tooMany());
        }
    }

    private void leave(String tenant) {
        Ticket next;
        synchronized (this) {
            all--;
            running.computeIfPresent(tenant, (name, count) -> count == 1 ? null : count - 1);
            next = next();
        }
        if (next != null) {
            next.emitter().complete(true);
        }
    }

    private @Nullable Ticket next() {
        for (Iterator<Ticket> tickets = waiting.iterator(); tickets.hasNext(); ) {
            Ticket ticket = tickets.next();
            if (isFree(ticket.tenant())) {
                tickets.remove();
                start(ticket.tenant());
                return ticket;
            }
        }
        return null;
    }

    private boolean isFree(String tenant) {
        return all < most && running.getOrDefault(tenant, 0) < mostOfOne;
    }

    private void start(String tenant) {
        all++;
        running.merge(tenant, 1, Integer::sum);
    }

    private long waitingOf(String tenant) {
        return waiting.stream().filter(ticket -> ticket.tenant().equals(tenant)).count();
    }

    private static AppException tooMany() {
        return AppException.unavailable("Too many questions about journeys are being answered.", RETRY_AFTER_SECONDS);
    }
}
