package io.tideline.survey.contact;

import io.smallrye.mutiny.Uni;
import io.tideline.survey.survey.SurveyType;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Decides here, not in a browser, whom a survey may be shown or sent to. */
@ApplicationScoped
public class Governor {
    private final ContactStore store;

    Governor(ContactStore store) {
        this.store = store;
    }

    /** Those of the customers who are not to be asked now, with the reason. */
    public Uni<Map<UUID, Withheld>> run(
            SqlConnection transaction, String tenant, UUID survey, SurveyType type, Collection<UUID> customers) {
        return store.rules(transaction, tenant)
                .flatMap(rules -> withheld(transaction, tenant, survey, type, customers, rules));
    }

    /** The same before links are made: where copies are counted, one at a time of an organisation, so that each sees what {@link #reserve} noted before. */
    public Uni<Map<UUID, Withheld>> runAlone(
            SqlConnection transaction, String tenant, UUID survey, SurveyType type, Collection<UUID> customers) {
        return store.rules(transaction, tenant)
                .call(rules -> rules.count()
                        ? store.lockLinks(transaction, tenant)
                        : Uni.createFrom().voidItem())
                .flatMap(rules -> withheld(transaction, tenant, survey, type, customers, rules));
    }

    /**
     * Lets links count in the budget from when they are made, for a day unless somebody tells that they were sent.
     *
     * @param links customer by key of the answer
     * @return when they were made, by the database's clock
     */
    public Uni<Instant> reserve(SqlConnection transaction, String tenant, UUID survey, Map<String, UUID> links) {
        return store.reserve(transaction, tenant, survey, links);
    }

    private Uni<Map<UUID, Withheld>> withheld(
            SqlConnection transaction,
            String tenant,
            UUID survey,
            SurveyType type,
            Collection<UUID> customers,
            ContactRules rules) {
        return rules.rules().isEmpty()
                ? Uni.createFrom().item(Map.of())
                : store.pasts(transaction, tenant, customers, rules.memory())
                        .map(pasts -> withheld(rules, survey, type, pasts));
    }

    private static Map<UUID, Withheld> withheld(
            ContactRules rules, UUID survey, SurveyType type, Map<UUID, ContactStore.Past> pasts) {
        Map<UUID, Withheld> withheld = new HashMap<>();
        pasts.forEach((customer, past) -> rules.decide(survey, type, past.contacts(), past.askedAt())
                .ifPresent(why -> withheld.put(customer, why)));
        return withheld;
    }
}
