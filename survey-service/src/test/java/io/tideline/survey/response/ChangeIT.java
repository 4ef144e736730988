package io.tideline.survey.response;

import static io.tideline.survey.FeedForTests.agent;
import static io.tideline.survey.FeedForTests.customer;
import static io.tideline.survey.ServiceForTests.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.Role;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.FeedForTests;
import io.tideline.test.ServiceTestResource;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom an answer is told to: the teams of the customer that now stands for it and of the agent it names. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class ChangeIT {
    private static final String TENANT = "change";
    private static final String JANUARY = "2026-01-01T00:00:00Z";
    private static final String AT = "2026-02-01T00:00:00Z";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    FeedForTests feed;

    @Inject
    Database database;

    @Inject
    ResponseReads reads;

    /** The customer old of t1 was found to be kept of t2; r2 of kept names a3 of t3. */
    @BeforeEach
    void tell() {
        feed.tell(JANUARY, TENANT, "label.changed", agent(TENANT, "a3", "t3"));
        feed.tell(
                JANUARY,
                TENANT,
                "customer.changed",
                customer(TENANT, "old", "a1", "t1"),
                customer(TENANT, "kept", "a2", "t2"));
        feed.tell(
                JANUARY,
                TENANT,
                "customer.alias",
                Map.of("from", id("old").toString(), "to", id("kept").toString()));
        ingest(
                TENANT,
                "responses",
                List.of(
                        Map.of(
                                "response",
                                "r1",
                                "survey",
                                "s",
                                "type",
                                "csat.5",
                                "score",
                                4,
                                "at",
                                AT,
                                "customer",
                                "old"),
                        Map.of(
                                "response",
                                "r2",
                                "survey",
                                "s",
                                "type",
                                "csat.5",
                                "score",
                                4,
                                "at",
                                AT,
                                "customer",
                                "kept",
                                "agent",
                                "a3")));
    }

    @ParameterizedTest
    @CsvSource({
        "r1, t1, nothing",
        "r1, t2, kept",
        "r1, t3, nothing",
        "r2, t1, nothing",
        "r2, t2, kept",
        "r2, t3, nobody"
    })
    void isToldToThoseItConcerns(String response, String team, String told) {
        String seen = database.read(TENANT, transaction -> transaction
                        .preparedQuery("SELECT response_id FROM response WHERE tenant_id = $1 AND response_key = $2")
                        .execute(Tuple.of(TENANT, response))
                        .map(rows -> rows.iterator().next().getUUID("response_id"))
                        .flatMap(found -> reads.change(transaction, lead(team), found)))
                .map(change -> change.map(ChangeIT::shown).orElse("nothing"))
                .await()
                .atMost(PATIENCE);

        assertThat(seen).isEqualTo(told);
    }

    private static String shown(ResponseReads.Change change) {
        if (change.customer() == null) {
            return "nobody";
        }
        return change.customer().equals(id("kept")) ? "kept" : "old";
    }

    private static Caller lead(String team) {
        return new Caller(TENANT, "s", "n", "eu", team, null, Set.of(Role.LEAD), Role.LEAD.scopes(), "en", null);
    }

    private static UUID id(String customer) {
        return Ids.uuid(TENANT, "customer", customer);
    }
}
