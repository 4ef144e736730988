package io.tideline.survey.contact;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Replaces the contact rules of an organisation. */
@ApplicationScoped
class GovernContacts {
    private static final int MOST_RULES = 100;
    private static final int MOST_DAYS = 3650;
    private static final int MOST_COPIES = 1000;

    private final Database database;
    private final ContactStore store;

    GovernContacts(Database database, ContactStore store) {
        this.database = database;
        this.store = store;
    }

    Uni<SetContactRulesPayload> run(String tenant, List<ContactRuleInput> wanted) {
        if (wanted.size() > MOST_RULES) {
            throw AppException.badInput("rules", "At most " + MOST_RULES + " rules are taken.");
        }
        List<ContactRule> rules = new ArrayList<>();
        for (int place = 0; place < wanted.size(); place++) {
            Optional<SetContactRulesPayload> refused = refusal(place, wanted.get(place));
            if (refused.isPresent()) {
                return Uni.createFrom().item(refused.get());
            }
            rules.add(rule(wanted.get(place)));
        }
        return database.write(tenant, transaction -> store.replace(transaction, tenant, new ContactRules(rules)))
                .replaceWith(new SetContactRulesPayload(rules, List.of()));
    }

    private static Optional<SetContactRulesPayload> refusal(int place, ContactRuleInput rule) {
        Integer most = rule.most();
        boolean counts = rule.scope() == ContactScope.BUDGET;
        if (rule.days() < 1 || rule.days() > MOST_DAYS) {
            return Optional.of(SetContactRulesPayload.refused(place, "days", "1 to " + MOST_DAYS + " days are taken."));
        }
        if ((rule.survey() != null) != (rule.scope() == ContactScope.SURVEY)) {
            return Optional.of(SetContactRulesPayload.refused(place, "survey", "SURVEY and it alone names a survey."));
        }
        if ((most != null) != counts || (most != null && (most < 1 || most > MOST_COPIES))) {
            String message = "BUDGET and it alone has a number of copies, 1 to " + MOST_COPIES + ".";
            return Optional.of(SetContactRulesPayload.refused(place, "most", message));
        }
        return Optional.empty();
    }

    private static ContactRule rule(ContactRuleInput input) {
        UUID survey = input.survey() == null ? null : GlobalId.uuid("Survey", input.survey());
        return new ContactRule(input.scope(), survey, input.days(), input.most());
    }
}
