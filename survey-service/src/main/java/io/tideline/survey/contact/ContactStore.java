package io.tideline.survey.contact;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.survey.SurveyType;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The statements of contact rules and of what came to whom. */
@ApplicationScoped
class ContactStore {
    private static final String FIND_RULES = Sql.load(ContactStore.class, "find_rules.sql");
    private static final String LOCK_RULES = Sql.load(ContactStore.class, "lock_rules.sql");
    private static final String REMOVE_RULES = Sql.load(ContactStore.class, "remove_rules.sql");
    private static final String ADD_RULES = Sql.load(ContactStore.class, "add_rules.sql");
    private static final String FIND_CONTACTS = Sql.load(ContactStore.class, "find_contacts.sql");

    private static final String LOCK_LINKS = Sql.load(ContactStore.class, "lock_links.sql");
    private static final String RESERVE_LINKS = Sql.load(ContactStore.class, "reserve_links.sql");

    private final Database database;

    ContactStore(Database database) {
        this.database = database;
    }

    Uni<ContactRules> rules(String tenant) {
        return database.query(tenant, FIND_RULES, Tuple.of(tenant)).map(ContactStore::rules);
    }

    Uni<ContactRules> rules(SqlConnection transaction, String tenant) {
        return transaction.preparedQuery(FIND_RULES).execute(Tuple.of(tenant)).map(ContactStore::rules);
    }

    /** Puts these rules in the place of those before. */
    Uni<Void> replace(SqlConnection transaction, String tenant, ContactRules rules) {
        List<ContactRule> all = rules.rules();
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfString(all.stream().map(rule -> rule.scope().name()).toArray(String[]::new))
                .addArrayOfUUID(all.stream().map(ContactRule::surveyId).toArray(UUID[]::new))
                .addArrayOfInteger(all.stream().map(ContactRule::days).toArray(Integer[]::new))
                .addArrayOfInteger(all.stream().map(ContactRule::most).toArray(Integer[]::new));
        return transaction
                .preparedQuery(LOCK_RULES)
                .execute(Tuple.of(tenant))
                .flatMap(locked -> transaction.preparedQuery(REMOVE_RULES).execute(Tuple.of(tenant)))
                .flatMap(removed -> transaction.preparedQuery(ADD_RULES).execute(arguments))
                .replaceWithVoid();
    }

    /**
     * What came to a person.
     *
     * @param askedAt when that was looked up, by the database's clock
     */
    record Past(List<Contact> contacts, Instant askedAt) {}

    /** What came to each of the customers in the last days; those to whom nothing came are left out. */
    Uni<Map<UUID, Past>> pasts(SqlConnection transaction, String tenant, Collection<UUID> customers, int days) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(customers.toArray(UUID[]::new))
                .addInteger(days);
        return transaction.preparedQuery(FIND_CONTACTS).execute(arguments).map(rows -> {
            Map<UUID, Past> pasts = new HashMap<>();
            rows.forEach(row -> pasts.computeIfAbsent(
                            row.getUUID("customer_id"),
                            id -> new Past(
                                    new ArrayList<>(),
                                    row.getOffsetDateTime("asked_at").toInstant()))
                    .contacts()
                    .add(contact(row)));
            return pasts;
        });
    }

    /** Lets no other transaction of the organisation weigh links until this one ends. */
    Uni<Void> lockLinks(SqlConnection transaction, String tenant) {
        return transaction.preparedQuery(LOCK_LINKS).execute(Tuple.of(tenant)).replaceWithVoid();
    }

    /**
     * Notes links as copies that will come to their customers.
     *
     * @param links customer by key of the answer
     * @return the database's time
     */
    Uni<Instant> reserve(SqlConnection transaction, String tenant, UUID survey, Map<String, UUID> links) {
        List<Map.Entry<String, UUID>> made = List.copyOf(links.entrySet());
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addUUID(survey)
                .addArrayOfUUID(made.stream().map(Map.Entry::getValue).toArray(UUID[]::new))
                .addArrayOfString(made.stream().map(Map.Entry::getKey).toArray(String[]::new));
        return transaction.preparedQuery(RESERVE_LINKS).execute(arguments).map(rows -> rows.iterator()
                .next()
                .getOffsetDateTime("minted_at")
                .toInstant());
    }

    private static Contact contact(Row row) {
        SurveyType type = SurveyType.of(row.getString("type"))
                .orElseThrow(() -> new IllegalStateException("Stored type " + row.getString("type")));
        return new Contact(
                row.getUUID("survey_id"),
                type,
                row.getOffsetDateTime("contacted_at").toInstant(),
                instant(row, "shown_at"),
                instant(row, "reserved_until"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static ContactRules rules(RowSet<Row> rows) {
        return new ContactRules(StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new ContactRule(
                        ContactScope.valueOf(row.getString("scope")),
                        row.getUUID("survey_id"),
                        row.getInteger("days"),
                        row.getInteger("most")))
                .toList());
    }
}
