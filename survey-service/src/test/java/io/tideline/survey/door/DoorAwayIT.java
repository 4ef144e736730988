package io.tideline.survey.door;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.tideline.test.ServiceTestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DoorAwayIT.NoDatabase.class)
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class DoorAwayIT {
    /** The door's database is where nobody listens. */
    public static class NoDatabase implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.door.reactive.url", "postgresql://127.0.0.1:4899/survey");
        }
    }

    @Test
    void withoutADatabaseItAsksToComeBackAndSaysNothingElse() {
        Response answer = answer(Map.of("survey", "A".repeat(22), "response", "r", "score", 9));
        Response shown = given().get("/w/v1/surveys/" + "A".repeat(22));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(answer.jsonPath().getString("code")).isEqualTo("UNAVAILABLE");
        assertThat(answer.asString()).doesNotContainIgnoringCase("connection").doesNotContain("4899");
        assertThat(shown.statusCode()).isEqualTo(503);
    }
}
