package io.tideline.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tideline.test.ServiceTestResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class OperationsIT {
    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @Test
    void tellsHowItIsAndWhatItsDoorsTake() {
        Response answer = given().get(ready);
        String doors = given().get("/q/openapi").asString();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(doors)
                .contains("/w/v1/responses", "/w/v1/events", "/w/v1/surveys/{key}")
                .contains("/ingest/surveys", "/ingest/responses", "/ingest/deliveries");
        assertThat(given().get(metrics).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsProbesAndMetricsOffTheDoorThatRoutesLeadTo() {
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(404);
        assertThat(given().get("/q/metrics").statusCode()).isEqualTo(404);
    }
}
