package io.tideline.survey.response;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tideline.test.ServiceTestResource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From which pages answers are taken, and what a page is shown. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class AnswerPagesIT {
    private static final String TENANT = "acme";

    private String ten;

    @BeforeEach
    void openSurvey() {
        ten = publish(TENANT, "pages-ten", "nps.1_10");
    }

    @Test
    void anyPageMayAskUnlessTheSurveyNamesItsPages() {
        String pages = forPagesOf("https://shop.example");

        Response preflight = given().header("Origin", "https://evil.example").options("/w/v1/responses");
        Response allowed = from("https://SHOP.example", pages);
        Response wrong = from("https://evil.example", pages);
        Response anywhere = from("https://evil.example", ten);

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Content-Type");
        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(allowed.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.header("Access-Control-Allow-Origin")).isNull();
        assertThat(anywhere.statusCode()).isEqualTo(200);
    }

    @Test
    void pagesOfTheDoorsOwnHostMayAskAlways() {
        String pages = forPagesOf("https://shop.example");
        assertThat(from("https://survey.example", pages).statusCode()).isEqualTo(200);
        assertThat(from("http://SURVEY.example", pages).statusCode()).isEqualTo(200);
        assertThat(from("https://evil.survey.example", pages).statusCode()).isEqualTo(403);
        assertThat(from("https://evilsurvey.example", pages).statusCode()).isEqualTo(403);
        assertThat(from("https://survey.example.evil.example", pages).statusCode())
                .isEqualTo(403);
        assertThat(from("null", pages).statusCode()).isEqualTo(403);
    }

    @Test
    void showsAPageWhatItNeeds() {
        Response shown = given().get("/w/v1/surveys/" + ten);

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(shown.jsonPath().getMap("$"))
                .containsEntry("type", "nps.1_10")
                .containsEntry("language", "en")
                .containsEntry("scale", Map.of("lowest", 1, "highest", 10, "higherIsBetter", true));
    }

    private static String forPagesOf(String origin) {
        return as("operations")
                .data(
                        "mutation($input: PublishSurveyInput!) { publishSurvey(input: $input) { survey { publicKey } userErrors { message } } }",
                        Map.of(
                                "input",
                                Map.of("key", "pages-named", "type", "nps.1_10", "allowedOrigins", List.of(origin))))
                .at("/publishSurvey/survey/publicKey")
                .asText();
    }

    private static Response from(String origin, String survey) {
        return given().contentType("application/json")
                .header("Origin", origin)
                .header("Host", "survey.example")
                .body(Map.of("survey", survey, "response", UUID.randomUUID().toString(), "score", 9))
                .post("/w/v1/responses");
    }
}
