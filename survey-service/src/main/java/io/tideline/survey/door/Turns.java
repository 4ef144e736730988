package io.tideline.survey.door;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Where works that take several round trips wait for their turn. Each holds a connection for all of them, so few are under way at once and fewer of one
 * survey, and surveys take turns: one that everybody comes to leaves connections to the others.
 *
 * @param <R> what becomes of a work
 */
public final class Turns<R> {
    private final GroupCommit<Supplier<Uni<R>>, R> line;

    /**
     * @param underWay at once
     * @param perSurvey of these, how many may be of one survey
     * @param waiting works that may wait; the next is refused with 503
     * @param waitingPerSurvey of these, how many may be for one survey; the next is refused with 429
     */
    public Turns(int underWay, int perSurvey, int waiting, int waitingPerSurvey) {
        this.line = new GroupCommit<>(
                new GroupCommit.Limits(underWay, perSurvey, 1, waiting, waitingPerSurvey), Turns::one);
    }

    /** Refuses at once where the line is too long. */
    public Uni<R> run(String survey, String id, Supplier<Uni<R>> work) {
        return Uni.createFrom().completionStage(() -> line.submit(survey, id, work));
    }

    /** Keeps the second half of the line, of the survey's and of all, for those who worked, and asks the others to; where no work is taken all of it is anybody's. */
    public Uni<R> run(String survey, String id, Passage passage, Supplier<Uni<R>> work) {
        return passage.isWorkTaken()
                ? Uni.createFrom().completionStage(() -> inItsHalf(survey, id, passage, work))
                : run(survey, id, work);
    }

    private CompletableFuture<R> inItsHalf(String survey, String id, Passage passage, Supplier<Uni<R>> work) {
        return line.submitToFirstHalf(survey, id, work).orElseGet(() -> {
            passage.work(1);
            return line.submit(survey, id, work);
        });
    }

    private static <R> CompletionStage<List<R>> one(List<Supplier<Uni<R>>> works) {
        return works.get(0).get().map(List::of).subscribeAsCompletionStage();
    }
}
