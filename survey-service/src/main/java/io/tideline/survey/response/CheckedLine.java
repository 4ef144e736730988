package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.survey.door.DoorConfig;
import io.tideline.survey.door.Passage;
import io.tideline.survey.door.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Where answers that take several round trips wait for their turn. Nobody waits here who was told that the answer is stored. */
@ApplicationScoped
class CheckedLine {
    private final Turns<Submitted> turns;

    CheckedLine(DoorConfig config) {
        this.turns = new Turns<>(
                config.checks(), config.checksPerSurvey(), config.checksWaiting(), config.checksWaitingPerSurvey());
    }

    /** Refuses at once where the line is too long. */
    Uni<Submitted> run(Answer answer, Passage passage, Supplier<Uni<Submitted>> work) {
        return turns.run(answer.survey(), answer.response(), passage, work);
    }
}
