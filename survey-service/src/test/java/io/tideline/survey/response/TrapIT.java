package io.tideline.survey.response;

import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tideline.survey.door.DoorPool;
import io.tideline.test.ServiceTestResource;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** W09: what fills in the field that people do not see is kept and counts as nothing. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class TrapIT {
    @Inject
    DoorPool pool;

    @Test
    void aMachineIsAnsweredLikeAnybodyAndCountsAsNothing() {
        String survey = publish("trappers", "trapped", "csat.5");

        Response person = answer(Map.of("survey", survey, "response", "person", "score", 5));
        Response blank = answer(Map.of("survey", survey, "response", "blank", "score", 5, "website", " "));
        Response machine =
                answer(Map.of("survey", survey, "response", "machine", "score", 1, "website", "https://spam.example"));
        Response again =
                answer(Map.of("survey", survey, "response", "machine", "score", 1, "website", "https://spam.example"));

        assertThat(List.of(person.statusCode(), blank.statusCode(), machine.statusCode()))
                .containsOnly(200);
        assertThat(machine.jsonPath().getMap("").keySet())
                .isEqualTo(person.jsonPath().getMap("").keySet());
        assertThat(again.asString()).isEqualTo(machine.asString());
        assertThat(rows("SELECT response_key AS found FROM response ORDER BY 1"))
                .containsExactly("blank", "person");
        assertThat(rows("SELECT response_key || ' ' || (body ->> 'website') AS found FROM trapped_answer"))
                .containsExactly("machine https://spam.example");
        assertThat(as("trappers", "executive")
                        .data("{ satisfaction(period: {from: \"2026-01-01\", to: \"2100-01-01\"}) { csat { value } } }")
                        .at("/satisfaction/csat/value")
                        .asDouble())
                .isEqualTo(1.0);
    }

    @Test
    void aMachineLearnsNoMoreOfKeysThanAnybody() {
        Map<String, ?> unknown = Map.of("survey", "A".repeat(22), "response", "x", "score", 1);
        Response trapped = answer(
                Map.of("survey", "A".repeat(22), "response", "x", "score", 1, "website", "https://spam.example"));

        assertThat(trapped.statusCode()).isEqualTo(404);
        assertThat(trapped.asString()).isEqualTo(answer(unknown).asString());
    }

    private List<String> rows(String sql) {
        var found = pool.write(
                        "trappers",
                        transaction -> transaction.preparedQuery(sql).execute(Tuple.tuple()))
                .await()
                .indefinitely();
        return StreamSupport.stream(found.spliterator(), false)
                .map(row -> row.getString("found"))
                .toList();
    }
}
