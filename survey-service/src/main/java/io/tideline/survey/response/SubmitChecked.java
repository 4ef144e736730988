package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.ingest.RowStatus;
import io.tideline.survey.customer.CustomerStore;
import io.tideline.survey.customer.MeetCustomers;
import io.tideline.survey.door.DoorPool;
import io.tideline.survey.door.DoorRefusal;
import io.tideline.survey.survey.Survey;
import io.tideline.survey.survey.SurveyStore;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores an answer from the public door that needs more than one look: its giver is proved, or it answers follow-ups, or answers are counted. A link
 * gives one answer: until it is whole it may be taken up again, afterwards the link brings nothing new. The place of a quota is taken by the last
 * statement, so that answers to one survey wait for one another's commits and for nothing else.
 */
@ApplicationScoped
class SubmitChecked {
    private final DoorPool pool;
    private final SurveyStore surveys;
    private final MeetCustomers meet;
    private final CustomerStore customers;
    private final ResponseStore store;
    private final ResponseEnds ends;
    private final GivenChoices choices;

    SubmitChecked(
            DoorPool pool,
            SurveyStore surveys,
            MeetCustomers meet,
            CustomerStore customers,
            ResponseStore store,
            ResponseEnds ends,
            GivenChoices choices) {
        this.pool = pool;
        this.surveys = surveys;
        this.meet = meet;
        this.customers = customers;
        this.store = store;
        this.ends = ends;
        this.choices = choices;
    }

    /** @param origin of the page; null where it is one of ours */
    Uni<Submitted> run(Answer answer, Giver giver, @Nullable String origin) {
        Case one = new Case(answer, giver, Objects.requireNonNullElse(giver.link(), answer.response()), origin);
        return pool.write(giver.tenant(), transaction -> surveys.inVersion(
                                transaction, giver.tenant(), giver.survey(), answer.version())
                        .flatMap(survey -> ends.state(transaction, giver.tenant(), giver.survey(), one.key())
                                .flatMap(state -> judged(transaction, one, survey, state))))
                .onFailure(Undone.class)
                .recoverWithItem(undone -> new Submitted(((Undone) undone).why(), 0, 0, null, false));
    }

    /**
     * An answer with all that surrounds it.
     *
     * @param key of the answer: the link's own where it came by one
     */
    private record Case(Answer answer, Giver giver, String key, @Nullable String origin) {}

    /** Ends the transaction with a verdict, so that what it had stored already is not. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Submitted.Verdict why;

        Undone(Submitted.Verdict why) {
            super(why.name(), null, false, false);
            this.why = why;
        }

        Submitted.Verdict why() {
            return why;
        }
    }

    private Uni<Submitted> judged(
            SqlConnection transaction, Case one, Optional<Survey> survey, ResponseEnds.State state) {
        Submitted.Verdict verdict =
                Submitted.judge(one.answer(), survey, state.known(), one.giver().customer() != null, one.origin());
        if (verdict == Submitted.Verdict.GOOD && (state.known() || !state.full())) {
            return kept(transaction, one, survey.orElseThrow(), state);
        }
        return Uni.createFrom()
                .item(new Submitted(
                        verdict == Submitted.Verdict.GOOD ? Submitted.Verdict.ENOUGH : verdict,
                        survey.map(found -> found.asked().type().lowest()).orElse(0),
                        survey.map(found -> found.asked().type().highest()).orElse(0),
                        null,
                        false));
    }

    private Uni<Submitted> kept(SqlConnection transaction, Case one, Survey survey, ResponseEnds.State state) {
        return stored(transaction, one, survey)
                .flatMap(stored -> {
                    UUID response = stored.response();
                    return response == null
                            ? Uni.createFrom().item(new Submitted(Submitted.Verdict.GOOD, 0, 0, null, false))
                            : answered(transaction, one, survey, stored)
                                    .map(fresh -> new Submitted(
                                            Submitted.Verdict.GOOD, 0, 0, response, fresh || !isReplay(stored)));
                })
                .invoke(submitted -> refuseWhatIsLate(one, state, submitted))
                .call(submitted -> one.answer().isWhole() && submitted.response() != null
                        ? ended(transaction, one, state)
                        : Uni.createFrom().voidItem());
    }

    /** What becomes whole takes its place in the end; its twin, which found it whole, takes none. */
    private Uni<Void> ended(SqlConnection transaction, Case one, ResponseEnds.State state) {
        Giver giver = one.giver();
        return ends.end(transaction, giver.tenant(), giver.survey(), one.key())
                .flatMap(fresh -> fresh && state.counts()
                        ? ends.count(transaction, giver.tenant(), giver.survey(), one.key(), state.known())
                        : Uni.createFrom().item(true))
                .invoke(hasPlace -> {
                    if (!hasPlace) {
                        throw new Undone(Submitted.Verdict.ENOUGH);
                    }
                })
                .replaceWithVoid();
    }

    /** Stores what was said to follow-ups, and tells it where nothing else does; the row of the answer is held by now. Whether any of it is new. */
    private Uni<Boolean> answered(SqlConnection transaction, Case one, Survey survey, ResponseStore.Stored stored) {
        UUID response = Objects.requireNonNull(stored.response());
        Short score = stored.score();
        String tenant = one.giver().tenant();
        return choices.of(transaction, tenant, response).flatMap(before -> {
            Map<String, List<String>> all = merged(before, one.answer().answers());
            AnswerRules.fault(
                            survey.asked().design(),
                            score == null ? null : score.intValue(),
                            all,
                            one.answer().isWhole())
                    .ifPresent(SubmitChecked::refuse);
            if (all.size() == before.size()) {
                return Uni.createFrom().item(false);
            }
            return choices.store(transaction, tenant, said(one, survey, response))
                    .flatMap(kept -> isReplay(stored)
                            ? choices.tell(transaction, tenant, response)
                            : Uni.createFrom().voidItem())
                    .replaceWith(true);
        });
    }

    private static GivenChoices.Given said(Case one, Survey survey, UUID response) {
        return new GivenChoices.Given(
                response, one.answer().answers(), survey.asked().design());
    }

    private static Map<String, List<String>> merged(Map<String, List<String>> before, Map<String, List<String>> given) {
        Map<String, List<String>> all = new LinkedHashMap<>(before);
        given.forEach((question, chosen) -> {
            List<String> known = all.putIfAbsent(question, chosen);
            if (known != null && !known.equals(chosen)) {
                throw new Undone(Submitted.Verdict.DIFFERENT);
            }
        });
        return all;
    }

    private static void refuse(AnswerRules.Fault fault) {
        String question = fault.question().replace("~", "~0").replace("/", "~1");
        throw DoorRefusal.invalid(fault.code(), "/answers/" + question, fault.message());
    }

    private Uni<ResponseStore.Stored> stored(SqlConnection transaction, Case one, Survey survey) {
        String tenant = one.giver().tenant();
        return customer(transaction, one.giver())
                .map(customer -> given(one, survey, customer.orElse(null)))
                .flatMap(given -> store.store(transaction, tenant, ResponseStore.Origin.DOOR, List.of(given)))
                .map(stored -> stored.get(0));
    }

    /** The organisation's own id of the customer, who is noted where the token speaks of somebody new. */
    private Uni<Optional<String>> customer(SqlConnection transaction, Giver giver) {
        String told = giver.externalId();
        UUID known = giver.customer();
        if (told != null) {
            return meet.run(transaction, giver.tenant(), List.of(told)).replaceWith(Optional.of(told));
        }
        return known == null
                ? Uni.createFrom().item(Optional.empty())
                : customers
                        .externalIds(transaction, giver.tenant(), known, null)
                        .map(ids -> Optional.ofNullable(ids.customer()));
    }

    private static GivenAnswer given(Case one, Survey survey, @Nullable String customer) {
        Answer answer = one.answer();
        return new GivenAnswer(
                survey,
                one.key(),
                answer.score(),
                answer.comment(),
                answer.language(),
                customer,
                answer.customer(),
                null,
                answer.answeredAt());
    }

    /** What is only said again is never late. */
    private static void refuseWhatIsLate(Case one, ResponseEnds.State state, Submitted submitted) {
        if (submitted.response() != null && !submitted.changed()) {
            return;
        }
        if (one.giver().link() != null && state.ended()) {
            throw new Undone(Submitted.Verdict.ANSWERED_BEFORE);
        }
        if (submitted.response() != null && state.full()) {
            throw new Undone(Submitted.Verdict.ENOUGH);
        }
    }

    private static boolean isReplay(ResponseStore.Stored stored) {
        return stored.became().filter(became -> became == RowStatus.DUPLICATE).isPresent();
    }
}
