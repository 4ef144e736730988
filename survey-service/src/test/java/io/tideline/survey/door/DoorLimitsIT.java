package io.tideline.survey.door;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.tideline.test.ServiceTestResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestProfile(DoorLimitsIT.Narrow.class)
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class DoorLimitsIT {
    @Inject
    Pool pool;

    /** A door so narrow that a test can fill it. */
    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tideline.door.per-network-burst", "60",
                    "tideline.door.per-network-per-second", "0.1",
                    "tideline.door.per-survey-burst", "5",
                    "tideline.door.per-survey-per-second", "0.1",
                    "tideline.door.per-tenant-burst", "12",
                    "tideline.door.per-tenant-per-second", "0.1",
                    "tideline.door.in-flight", "2",
                    "tideline.door.in-flight-per-survey", "1",
                    "tideline.door.deadline", "4s");
        }
    }

    /** Leaves the network without a token, so it comes last. */
    @Test
    @Order(2)
    void aSurveyAndANetworkTakeSoMuch() {
        String survey = publish("acme", "limits", "csat.5");

        Response last = IntStream.range(0, 6)
                .mapToObj(number -> answer(Map.of("survey", survey, "response", "l" + number, "score", 5)))
                .reduce((before, after) -> after)
                .orElseThrow();
        Response flood = IntStream.range(0, 60)
                .mapToObj(DoorLimitsIT::underAnotherName)
                .reduce((before, after) -> after)
                .orElseThrow();

        assertRefused(last, 429, 10);
        assertRefused(flood, 429, 1);
        assertThat(flood.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    @Order(1)
    void allSurveysOfAnOrganisationTakeSoMuchTogether() {
        List<String> busy = Stream.of("many-1", "many-2", "many-3")
                .map(key -> publish("busy", key, "csat.5"))
                .toList();
        String calm = publish("calm", "one", "csat.5");

        List<Response> answers = busy.stream()
                .flatMap(survey -> IntStream.range(0, 5)
                        .mapToObj(number -> answer(Map.of("survey", survey, "response", "t" + number, "score", 5))))
                .toList();

        assertThat(answers.subList(0, 12))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers.subList(12, 15)).allSatisfy(answer -> assertRefused(answer, 429, 1));
        assertThat(answer(Map.of("survey", calm, "response", "t", "score", 5)).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(1)
    void whenItIsFullItSaysSoAndNothingIsLost() throws Exception {
        String survey = publish("acme", "limits-full", "csat.5");
        SqlConnection holder = pool.getConnection().await().indefinitely();
        holder.query("BEGIN").execute().await().indefinitely();
        holder.query("SELECT set_config('tideline.tenant', 'acme', true)")
                .execute()
                .await()
                .indefinitely();
        Map<String, Object> held = Map.of("survey", survey, "response", "held", "score", 5);
        holder.query("LOCK TABLE response IN SHARE ROW EXCLUSIVE MODE")
                .execute()
                .await()
                .indefinitely();

        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> answer(held));
        waitUntilSomebodyWaits();
        Response crowded = answer(Map.of("survey", survey, "response", "other", "score", 5));
        Response late = waiting.get();
        holder.query("COMMIT").execute().await().indefinitely();
        holder.close().await().indefinitely();

        assertRefused(crowded, 429, 1);
        assertRefused(late, 503, 1);
        assertThat(answer(held).statusCode()).isEqualTo(200);
    }

    /** What a client says of itself is not read where no proxy is trusted. */
    private static Response underAnotherName(int number) {
        return given().header("X-Forwarded-For", "198.51.100." + number)
                .contentType("application/json")
                .body(Map.of("survey", "S" + number, "response", "r", "score", 5))
                .post("/w/v1/responses");
    }

    private void waitUntilSomebodyWaits() throws InterruptedException {
        while (pool.query("SELECT FROM pg_locks WHERE NOT granted")
                        .execute()
                        .await()
                        .indefinitely()
                        .size()
                == 0) {
            Thread.sleep(20);
        }
    }

    private static void assertRefused(Response answer, int status, int atLeastSeconds) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isGreaterThanOrEqualTo(atLeastSeconds);
    }
}
