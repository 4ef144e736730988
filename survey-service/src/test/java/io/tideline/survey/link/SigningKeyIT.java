package io.tideline.survey.link;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.links;
import static io.tideline.survey.ServiceForTests.publish;
import static io.tideline.survey.ServiceForTests.shownTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are made, replaced and revoked; links are minted with the newest. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class SigningKeyIT {
    private static final String MINT =
            "mutation($input: MintSurveyLinksInput!) { mintSurveyLinks(input: $input) { links { customer url response expiresAt } userErrors { code field } } }";

    @Test
    void oneKeyReplacesAnotherWithoutAGap() {
        String tenant = "rotating";
        String survey = publish(tenant, "rotated", "csat.5");
        SignerForTests first = KeysForTests.make(tenant);
        String before = links(tenant, "rotated", "c-1").get(0).token();
        SignerForTests second = KeysForTests.make(tenant);
        JsonNode third = KeysForTests.create(tenant);
        String after = links(tenant, "rotated", "c-1").get(0).token();

        assertThat(third.at("/userErrors/0/code").asText()).isEqualTo("TOO_MANY_KEYS");
        assertThat(before).startsWith("l1." + first.keyId() + ".");
        assertThat(after).startsWith("l1." + second.keyId() + ".");
        assertThat(opens(survey, before)).isEqualTo(200);
        assertThat(opens(survey, after)).isEqualTo(200);

        JsonNode revoked = KeysForTests.revoke(tenant, first.keyId());
        JsonNode again = KeysForTests.revoke(tenant, first.keyId());

        assertThat(again).isEqualTo(revoked);
        assertThat(opens(survey, before)).isEqualTo(401);
        assertThat(opens(survey, after)).isEqualTo(200);
        assertThat(KeysForTests.create(tenant).get("secret").asText()).hasSize(43);
    }

    @Test
    void aSecretIsShownOnceAndStoredNowhere() {
        SignerForTests made = KeysForTests.only("secretive");

        JsonNode listed = as("secretive", "admin").data("{ signingKeys { keyId createdAt revokedAt } }");

        assertThat(listed.at("/signingKeys/0/keyId").asText()).isEqualTo(made.keyId());
        assertThat(listed.toString()).doesNotContain(made.secret());
        assertThat(as("secretive", "admin").query("{ signingKeys { secret } }").has("errors"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"operations", "executive", "lead", "agent", "integration"})
    void onlyAnAdminHandlesKeys(String role) {
        String make = "mutation { createSigningKey(input: {}) { secret } }";
        String revoke = "mutation { revokeSigningKey(input: {keyId: \"x\"}) { key { keyId } } }";

        for (String document : List.of(make, revoke, "{ signingKeys { keyId } }")) {
            assertThat(as(role).query(document).at("/errors/0/extensions/code").asText())
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void thoseWhoWriteSurveysMintLinksForCustomersThatAreKnown() {
        String tenant = "minting";
        publish(tenant, "minted", "nps.0_10");
        KeysForTests.only(tenant);
        links(tenant, "minted", "c-known");
        String known = GlobalId.of("Customer", Ids.uuid(tenant, "customer", "c-known"));
        String stranger = GlobalId.of("Customer", Ids.uuid(tenant, "customer", "c-stranger"));

        JsonNode minted = mint(tenant, Map.of("survey", id(tenant), "customers", List.of(known), "validDays", 2));
        JsonNode unknown = mint(tenant, Map.of("survey", id(tenant), "customers", List.of(known, stranger)));
        JsonNode forGood = mint(tenant, Map.of("survey", id(tenant), "customers", List.of(known), "validDays", 401));
        JsonNode forNobody = mint(tenant, Map.of("survey", id(tenant), "customers", List.of()));

        assertThat(minted.at("/links/0/customer").asText()).isEqualTo(known);
        assertThat(minted.at("/links/0/url").asText())
                .startsWith("http://127.0.0.1:8084/w/v1/link/")
                .doesNotContain("c-known");
        assertThat(unknown.get("userErrors").toString())
                .isEqualTo("[{\"code\":\"NOT_FOUND\",\"field\":\"input.customers\"}]");
        assertThat(forGood.get("userErrors").toString())
                .isEqualTo("[{\"code\":\"INVALID\",\"field\":\"input.validDays\"}]");
        assertThat(forNobody.get("userErrors").toString())
                .isEqualTo("[{\"code\":\"INVALID\",\"field\":\"input.customers\"}]");
    }

    @Test
    void nothingIsMintedWithoutALivingKey() {
        publish("keyless", "minted", "nps.0_10");

        Response refused = post("keyless", "integration", Map.of("survey", "minted", "customers", List.of("c-1")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("message")).contains("signing key");
    }

    @ParameterizedTest
    @CsvSource({"operations, 403", "admin, 403", "integration, 200"})
    void onlyAnIntegrationMintsByItsRoute(String role, int status) {
        publish("routed", "minted", "nps.0_10");
        KeysForTests.only("routed");

        assertThat(post("routed", role, Map.of("survey", "minted", "customers", List.of("c-1")))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void saysWhatIsWrongWithAnOrder() {
        assertThat(post("acme", "integration", Map.of("survey", "minted")).statusCode())
                .isEqualTo(400);
        assertThat(post("acme", "integration", Map.of("survey", "none", "customers", List.of("c")))
                        .jsonPath()
                        .getString("field"))
                .isEqualTo("survey");
        assertThat(post("acme", "integration", Map.of("survey", "none", "customers", List.of("a\0b")))
                        .statusCode())
                .isEqualTo(400);
    }

    private static Response post(String tenant, String role, Map<String, ?> order) {
        return given().header(
                        "Authorization",
                        "Bearer " + TokenForTests.of(tenant, role).sign())
                .contentType("application/json")
                .body(order)
                .post("/ingest/links");
    }

    private static JsonNode mint(String tenant, Map<String, ?> input) {
        return as(tenant, "operations").data(MINT, Map.of("input", input)).get("mintSurveyLinks");
    }

    private static String id(String tenant) {
        return GlobalId.of("Survey", Ids.uuid(tenant, "survey", "minted"));
    }

    private static int opens(String survey, String token) {
        return shownTo(token, survey).statusCode();
    }
}
