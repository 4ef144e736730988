package io.tideline.platform.sql;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Lets a caller who goes away cut work off only once the work holds its connection. Before that a cancelled call would leave the connection it waits for
 * to nobody: the pool hands it out, and it never comes back.
 */
final class CutOff {
    private enum Stage {
        WAITING,
        AT_WORK,
        LEFT
    }

    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);

    private CutOff() {}

    /** @param work calls {@link #begin} once it holds what it will give back whatever happens */
    static <T> Uni<T> from(Function<CutOff, Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            CutOff cut = new CutOff();
            Cancellable call = work.apply(cut).subscribe().with(emitter::complete, emitter::fail);
            emitter.onTermination(() -> {
                if (!cut.stage.compareAndSet(Stage.WAITING, Stage.LEFT)) {
                    call.cancel();
                }
            });
        });
    }

    /** Fails where nobody waits for the work any more. */
    void begin() {
        if (!stage.compareAndSet(Stage.WAITING, Stage.AT_WORK)) {
            throw new CancellationException("The caller went away.");
        }
    }
}
