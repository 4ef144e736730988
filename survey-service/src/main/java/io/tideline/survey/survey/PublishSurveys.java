package io.tideline.survey.survey;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes surveys that are new and asks known ones in a new version where anything in the question differs. */
@ApplicationScoped
public class PublishSurveys {
    private final SurveyStore store;

    public PublishSurveys(SurveyStore store) {
        this.store = store;
    }

    /** What became of a survey. */
    public enum Outcome {
        MADE,
        CHANGED,
        SAME,
        /** It asks on another scale and the caller may not change that. */
        TYPE_CONFLICT
    }

    /** Whether a known survey may be asked on another scale from its next version on. */
    public enum TypeChange {
        ALLOWED,
        REFUSED
    }

    /** @param wanted one entry per key; the outcomes are by key too */
    public Uni<Map<String, Outcome>> run(
            SqlConnection transaction, String tenant, Map<String, WantedSurvey> wanted, TypeChange typeChange) {
        Map<String, Question> asNew = new LinkedHashMap<>();
        wanted.forEach((key, survey) -> asNew.put(key, survey.asNew()));
        return store.make(transaction, tenant, asNew)
                .call(made -> store.lock(transaction, tenant, wanted.keySet()))
                .flatMap(made -> known(transaction, tenant, wanted)
                        .flatMap(known -> change(transaction, tenant, wanted, made, known, typeChange)));
    }

    private Uni<Map<UUID, Survey>> known(SqlConnection transaction, String tenant, Map<String, WantedSurvey> wanted) {
        List<UUID> ids =
                wanted.keySet().stream().map(key -> SurveyStore.id(tenant, key)).toList();
        return store.byIds(transaction, tenant, ids)
                .map(surveys -> surveys.stream().collect(Collectors.toMap(Survey::uuid, Function.identity())));
    }

    private Uni<Map<String, Outcome>> change(
            SqlConnection transaction,
            String tenant,
            Map<String, WantedSurvey> wanted,
            List<UUID> made,
            Map<UUID, Survey> known,
            TypeChange typeChange) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Map<UUID, Question> changed = new LinkedHashMap<>();
        wanted.forEach((key, want) -> {
            UUID id = SurveyStore.id(tenant, key);
            Question asked = Objects.requireNonNull(known.get(id)).asked();
            Question next = want.asChangeOf(asked);
            Outcome outcome = outcome(made.contains(id), asked, next, typeChange);
            outcomes.put(key, outcome);
            if (outcome == Outcome.CHANGED) {
                changed.put(id, next);
            }
        });
        return changed.isEmpty()
                ? Uni.createFrom().item(outcomes)
                : store.addVersions(transaction, tenant, changed).replaceWith(outcomes);
    }

    private static Outcome outcome(boolean made, Question asked, Question next, TypeChange typeChange) {
        if (made) {
            return Outcome.MADE;
        }
        if (asked.type() != next.type() && typeChange == TypeChange.REFUSED) {
            return Outcome.TYPE_CONFLICT;
        }
        return asked.equals(next) ? Outcome.SAME : Outcome.CHANGED;
    }
}
