package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.ingest.RowStatus;
import io.tideline.survey.customer.CustomerStore;
import io.tideline.survey.customer.MeetCustomers;
import io.tideline.survey.door.DoorPool;
import io.tideline.survey.link.Trusted;
import io.tideline.survey.survey.Survey;
import io.tideline.survey.survey.SurveyStatus;
import io.tideline.survey.survey.SurveyStore;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores an answer from the public door whose giver is proved, as one of that customer. A link gives one answer: until it is whole it may be taken up
 * again, afterwards the link brings nothing new.
 */
@ApplicationScoped
class SubmitSigned {
    private static final Duration LONGEST_LATE = Duration.ofDays(7);

    private final DoorPool pool;
    private final SurveyStore surveys;
    private final MeetCustomers meet;
    private final CustomerStore customers;
    private final ResponseStore store;
    private final ResponseEnds ends;

    SubmitSigned(
            DoorPool pool,
            SurveyStore surveys,
            MeetCustomers meet,
            CustomerStore customers,
            ResponseStore store,
            ResponseEnds ends) {
        this.pool = pool;
        this.surveys = surveys;
        this.meet = meet;
        this.customers = customers;
        this.store = store;
        this.ends = ends;
    }

    /** @param origin of the page; null where it is one of ours */
    Uni<Submitted> run(Answer answer, Trusted trusted, @Nullable String origin) {
        Case one = new Case(answer, trusted, Objects.requireNonNullElse(trusted.response(), answer.response()));
        return pool.write(trusted.tenant(), transaction -> surveys.inVersion(
                                transaction, trusted.tenant(), trusted.survey(), answer.version())
                        .flatMap(survey -> ends.state(transaction, trusted.tenant(), trusted.survey(), one.key())
                                .flatMap(state -> judged(transaction, one, survey, state, origin))))
                .onFailure(UsedUp.class)
                .recoverWithItem(used -> refused(Submitted.Verdict.ANSWERED_BEFORE));
    }

    /** @param key of the answer: the link's own where it came by one */
    private record Case(Answer answer, Trusted trusted, String key) {}

    /** Ends the transaction, so that what a link that is used up would have changed stays as it was. */
    private static final class UsedUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsedUp() {
            super(null, null, false, false);
        }
    }

    private Uni<Submitted> judged(
            SqlConnection transaction,
            Case one,
            Optional<Survey> survey,
            ResponseEnds.State state,
            @Nullable String origin) {
        Submitted.Verdict verdict = verdict(one.answer(), survey, state, origin);
        if (verdict != Submitted.Verdict.GOOD) {
            return Uni.createFrom()
                    .item(new Submitted(
                            verdict,
                            survey.map(found -> found.asked().type().lowest()).orElse(0),
                            survey.map(found -> found.asked().type().highest()).orElse(0),
                            null,
                            false));
        }
        return stored(transaction, one, survey.orElseThrow())
                .invoke(stored -> refuseIfUsedUp(one, state, stored))
                .call(stored -> one.answer().isWhole() && stored.response() != null
                        ? ends.end(
                                transaction,
                                one.trusted().tenant(),
                                one.trusted().survey(),
                                one.key())
                        : Uni.createFrom().voidItem())
                .map(stored -> new Submitted(Submitted.Verdict.GOOD, 0, 0, stored.response(), !isReplay(stored)));
    }

    private static Submitted.Verdict verdict(
            Answer answer, Optional<Survey> found, ResponseEnds.State state, @Nullable String origin) {
        if (found.isEmpty()) {
            return Submitted.Verdict.NO_SUCH_VERSION;
        }
        Survey survey = found.get();
        List<String> origins = survey.allowedOrigins();
        Integer score = answer.score();
        if (origin != null && origins != null && !origins.contains(origin)) {
            return Submitted.Verdict.ORIGIN_REFUSED;
        }
        if (survey.status() == SurveyStatus.CLOSED && !state.known()) {
            return Submitted.Verdict.CLOSED;
        }
        if (score != null && !survey.asked().type().holds(score)) {
            return Submitted.Verdict.OUT_OF_SCALE;
        }
        return score == null && !state.known() ? Submitted.Verdict.SCORE_MISSING : Submitted.Verdict.GOOD;
    }

    private Uni<ResponseStore.Stored> stored(SqlConnection transaction, Case one, Survey survey) {
        String tenant = one.trusted().tenant();
        return customer(transaction, one.trusted())
                .map(customer -> given(one, survey, customer))
                .flatMap(given -> store.store(transaction, tenant, ResponseStore.Origin.DOOR, List.of(given)))
                .map(stored -> stored.get(0));
    }

    /** The organisation's own id of the customer, who is noted where the token speaks of somebody new. */
    private Uni<String> customer(SqlConnection transaction, Trusted trusted) {
        String told = trusted.externalId();
        UUID known = trusted.customer();
        return told == null
                ? customers
                        .externalIds(transaction, trusted.tenant(), known, null)
                        .map(ids -> Objects.requireNonNull(ids.customer(), "customer of a link"))
                : meet.run(transaction, trusted.tenant(), List.of(told)).replaceWith(told);
    }

    private static GivenAnswer given(Case one, Survey survey, String customer) {
        Answer answer = one.answer();
        Instant earliest = Instant.now().minus(LONGEST_LATE);
        Instant at = answer.answeredAt();
        return new GivenAnswer(
                survey,
                one.key(),
                answer.score(),
                answer.comment(),
                answer.language(),
                customer,
                null,
                at != null && at.isBefore(earliest) ? earliest : at);
    }

    private static void refuseIfUsedUp(Case one, ResponseEnds.State state, ResponseStore.Stored stored) {
        if (one.trusted().response() != null && state.ended() && !isReplay(stored)) {
            throw new UsedUp();
        }
    }

    private static boolean isReplay(ResponseStore.Stored stored) {
        return stored.became().filter(became -> became == RowStatus.DUPLICATE).isPresent();
    }

    private static Submitted refused(Submitted.Verdict verdict) {
        return new Submitted(verdict, 0, 0, null, false);
    }
}
