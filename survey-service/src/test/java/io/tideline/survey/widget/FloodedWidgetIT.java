package io.tideline.survey.widget;

import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.tideline.test.ServiceTestResource;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The widget in a real browser before a survey that others flood. */
@QuarkusTest
@TestProfile(FloodedWidgetIT.Flooded.class)
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class FloodedWidgetIT {
    /** Surveys that a script can flood. */
    public static class Flooded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tideline.door.per-survey-burst", "20",
                    "tideline.door.per-survey-per-second", "0.001",
                    "tideline.door.proof-bits", "12");
        }
    }

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        BrowserForTests.install();
    }

    @Test
    void worksForItsAnswerWhereItCanAndWaitsWhereItCannot() throws IOException, InterruptedException {
        JsonObject surveys = new JsonObject()
                .put("flooded", publish("acme", "widget-flooded", "csat.5"))
                .put("insecure", publish("acme", "widget-insecure", "csat.5"))
                .put("stubborn", publish("acme", "widget-stubborn", "csat.5"));

        String output = BrowserForTests.script(
                "flood.mjs",
                Map.of("TIDELINE_DOOR", "http://127.0.0.1:" + RestAssured.port, "TIDELINE_SURVEYS", surveys.encode()));

        assertThat(output).contains("# pass 3", "# fail 0");
    }
}
