package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.survey.door.DoorConfig;
import io.tideline.survey.door.GroupCommit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Where answers that take several round trips wait for their turn. Each holds a connection for all of them, so few are under way at once and fewer of one
 * survey, and surveys take turns: one that everybody answers leaves connections to the others. Nobody waits here who was told that the answer is stored.
 */
@ApplicationScoped
class CheckedLine {
    private final GroupCommit<Supplier<Uni<Submitted>>, Submitted> line;

    CheckedLine(DoorConfig config) {
        GroupCommit.Limits limits = new GroupCommit.Limits(
                config.checks(), config.checksPerSurvey(), 1, config.checksWaiting(), config.checksWaitingPerSurvey());
        this.line = new GroupCommit<>(limits, CheckedLine::one);
    }

    /** Refuses at once where the line is too long. */
    Uni<Submitted> run(Answer answer, Supplier<Uni<Submitted>> work) {
        return Uni.createFrom().completionStage(() -> line.submit(answer.survey(), answer.response(), work));
    }

    private static CompletionStage<List<Submitted>> one(List<Supplier<Uni<Submitted>>> works) {
        return works.get(0).get().map(List::of).subscribeAsCompletionStage();
    }
}
