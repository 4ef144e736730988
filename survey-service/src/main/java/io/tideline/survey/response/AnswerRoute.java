package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.GlobalId;
import io.tideline.survey.door.DoorAnswer;
import io.tideline.survey.door.DoorRefusal;
import io.tideline.survey.door.DoorSurveys;
import io.tideline.survey.door.Passage;
import io.tideline.survey.door.Proof;
import io.tideline.survey.door.PublicDoor;
import io.tideline.survey.door.Visit;
import io.tideline.survey.link.VerifyToken;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code POST /w/v1/responses}: where anybody who was shown a survey answers it. 200 means stored and durable. The same answer under the same id gets
 * the same 200 again; a part that adds a field is merged; anything else under that id is 422.
 */
@ApplicationScoped
class AnswerRoute implements PublicDoor.Work<Answer> {
    private final PublicDoor door;
    private final AnswerStore store;
    private final VerifyToken verify;
    private final DoorSurveys surveys;
    private final SubmitChecked submit;
    private final CheckedLine line;
    private final TrapStore traps;

    AnswerRoute(
            PublicDoor door,
            AnswerStore store,
            VerifyToken verify,
            DoorSurveys surveys,
            SubmitChecked submit,
            CheckedLine line,
            TrapStore traps) {
        this.door = door;
        this.store = store;
        this.verify = verify;
        this.surveys = surveys;
        this.submit = submit;
        this.line = line;
        this.traps = traps;
    }

    void open(@Observes Router router) {
        door.post(router, "/w/v1/responses", this);
    }

    @Override
    public Answer read(Visit visit) {
        return Answer.read(visit);
    }

    @Override
    public String surveyOf(Answer answer) {
        return answer.survey();
    }

    @Override
    public Proof proofOf(Answer answer) {
        return new Proof(answer.survey(), answer.response(), answer.proof());
    }

    @Override
    public Uni<DoorAnswer> run(Answer answer, Visit visit, Passage passage) {
        return answer.website() == null ? taken(answer, visit, passage) : trapped(answer);
    }

    /** Answered like any other, so that a machine learns nothing. */
    private Uni<DoorAnswer> trapped(Answer answer) {
        UUID nobody = UUID.nameUUIDFromBytes(answer.response().getBytes(StandardCharsets.UTF_8));
        return traps.keep(answer).map(open -> {
            if (!open) {
                throw DoorRefusal.noSurvey();
            }
            return new DoorAnswer(200, body(answer, nobody), Map.of());
        });
    }

    private Uni<DoorAnswer> taken(Answer answer, Visit visit, Passage passage) {
        return submitted(answer, visit, passage)
                .map(submitted ->
                        submitted.map(judged -> answered(answer, judged)).orElseThrow(DoorRefusal::noSurvey));
    }

    private Uni<Optional<Submitted>> submitted(Answer answer, Visit visit, Passage passage) {
        String signed = answer.signed();
        if (signed != null) {
            verify.refuseForged(answer.survey(), signed);
            return line.run(answer, passage, () -> proved(answer, signed, visit))
                    .map(Optional::of);
        }
        VerifyToken.refuseIdOfLink(answer.response(), null);
        return answer.answers().isEmpty()
                ? store.submit(answer, visit.origin())
                        .flatMap(judged -> judged.filter(one -> one.verdict() == Submitted.Verdict.CHECKED)
                                .map(one -> checked(answer, visit, passage))
                                .orElseGet(() -> Uni.createFrom().item(judged)))
                : checked(answer, visit, passage);
    }

    private Uni<Submitted> proved(Answer answer, String signed, Visit visit) {
        return verify.run(answer.survey(), signed)
                .invoke(trusted -> VerifyToken.refuseIdOfLink(answer.response(), trusted.response()))
                .flatMap(trusted -> submit.run(answer, Giver.of(trusted), visit.origin()));
    }

    private Uni<Optional<Submitted>> checked(Answer answer, Visit visit, Passage passage) {
        return surveys.find(answer.survey())
                .map(found -> found.orElseThrow(DoorRefusal::noSurvey))
                .flatMap(found ->
                        line.run(answer, passage, () -> submit.run(answer, Giver.nobody(found), visit.origin())))
                .map(Optional::of);
    }

    private static JsonObject body(Answer answer, UUID id) {
        return new JsonObject().put("response", answer.response()).put("id", GlobalId.of("SurveyResponse", id));
    }

    private static DoorAnswer answered(Answer answer, Submitted submitted) {
        refuseUnlessGood(submitted);
        UUID stored = submitted.response();
        if (stored == null) {
            throw differs();
        }
        return new DoorAnswer(
                200, body(answer, stored), submitted.changed() ? Map.of() : Map.of("Idempotency-Replayed", "true"));
    }

    private static void refuseUnlessGood(Submitted submitted) {
        switch (submitted.verdict()) {
            case GOOD -> {}
            case CHECKED -> throw new IllegalStateException("Judged twice");
            case ENOUGH -> throw DoorRefusal.of(409, "QUOTA_REACHED", "The survey has as many answers as it takes.");
            case DIFFERENT -> throw differs();
            case CLOSED -> throw DoorRefusal.noSurvey();
            case ORIGIN_REFUSED -> throw DoorRefusal.originRefused();
            case UNPROVED ->
                throw DoorRefusal.of(401, "SIGNED_ONLY", "This survey is for signed visitors and links alone.");
            case NO_SUCH_VERSION ->
                throw DoorRefusal.invalid("NO_SUCH_VERSION", "/version", "The survey has no such version.");
            case OUT_OF_SCALE ->
                throw DoorRefusal.invalid(
                        "OUT_OF_SCALE",
                        "/score",
                        "The scale goes from " + submitted.lowest() + " to " + submitted.highest() + ".");
            case SCORE_MISSING ->
                throw DoorRefusal.invalid("MISSING", "/score", "The first part of an answer needs a score.");
            case ANSWERED_BEFORE ->
                throw DoorRefusal.of(409, "ALREADY_ANSWERED", "This link has given its answer already.");
        }
    }

    private static DoorRefusal differs() {
        return DoorRefusal.of(422, "ANSWER_DIFFERS", "Another answer was given under this id.");
    }
}
