package io.tideline.funnel.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.test.ServiceTestResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class DefineFunnelIT {

    @Test
    void hasTheStandardFunnelWithoutDefiningIt() {
        JsonNode funnel = Api.as("preset", "executive")
                .data("{ funnels { key version stages { key optional match { tag event order } } } }")
                .at("/funnels/0");

        assertThat(funnel.get("key").asText()).isEqualTo("standard");
        assertThat(funnel.get("stages").findValuesAsText("key"))
                .containsExactly("reach", "open", "first_reply", "inquiry", "quote", "deal", "repurchase");
        assertThat(funnel.at("/stages/5/match"))
                .isEqualTo(Api.json("{\"tag\":\"deal\",\"event\":null,\"order\":\"FIRST\"}"));
        assertThat(funnel.at("/stages/6/match/order").asText()).isEqualTo("REPEAT");
    }

    @Test
    void makesAVersionOfEveryChangeAndNoneOfARepetition() {
        String tenant = "change";

        JsonNode first = Api.define(tenant, "f", List.of("A", "B"), Map.of());
        JsonNode same = Api.define(tenant, "f", List.of("A", "B"), Map.of());
        JsonNode changed = Api.define(tenant, "f", List.of("A", "C"), Map.of("window", "P7D"));
        JsonNode standard = Api.define(tenant, "standard", List.of("A", "C"), Map.of());

        assertThat(first.at("/funnel/version").asInt()).isEqualTo(1);
        assertThat(same.at("/funnel/version").asInt()).isEqualTo(1);
        assertThat(changed.at("/funnel/version").asInt()).isEqualTo(2);
        assertThat(standard.at("/funnel/version").asInt()).isEqualTo(2);
    }

    @Test
    void repeatsNothingUnderOneIdempotencyKey() {
        String tenant = "idempotent";
        Map<String, String> key = Map.of("idempotencyKey", "k1");

        JsonNode first = Api.define(tenant, "f", List.of("A", "B"), key);
        Api.define(tenant, "f", List.of("A", "C"), Map.of());
        JsonNode replayed = Api.define(tenant, "f", List.of("A", "B"), key);
        JsonNode other = Api.define(tenant, "f", List.of("A", "D"), key);

        assertThat(first.at("/funnel/version").asInt()).isEqualTo(1);
        assertThat(replayed.at("/funnel/version").asInt()).isEqualTo(2);
        assertThat(other.at("/userErrors/0/field").asText()).isEqualTo("input.idempotencyKey");
    }

    @Test
    void namesTheFieldOfABadDefinition() {
        List<Map<String, Object>> stages = new ArrayList<>();
        stages.add(stage("a", Map.of("event", "A"), true));
        stages.add(stage("a", Map.of("event", "A"), false));

        JsonNode answer = Api.define("bad", "no key", stages, Map.of("window", "PT0S"), "operations");

        assertThat(answer.get("funnel").isNull()).isTrue();
        assertThat(answer.get("userErrors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "input.key",
                        "input.window",
                        "input.stages.0.optional",
                        "input.stages.1.key",
                        "input.stages.1.match");
    }

    @Test
    void refusesTagsThatNobodyEverCarried() {
        JsonNode answer = Api.define(
                "tags",
                "f",
                List.of(stage("a", Map.of("tag", "reach"), false), stage("b", Map.of("tag", "no-such-tag"), false)),
                Map.of(),
                "operations");

        assertThat(answer.get("funnel").isNull()).isTrue();
        assertThat(answer.get("userErrors").findValuesAsText("field")).containsExactly("input.stages.1.match.tag");
    }

    @Test
    void refusesWhatEachLimitForbids() {
        List<Map<String, Object>> many = new ArrayList<>();
        for (int at = 0; at < 21; at++) {
            many.add(stage("s" + at, Map.of("event", "E" + at), false));
        }
        List<Map<String, Object>> repeated = List.of(
                stage("a", Map.of("event", "A"), false),
                stage("b", Map.of("event", "B"), true),
                stage("c", Map.of("event", "A"), false));

        assertThat(refused(many, Map.of())).containsExactly("input.stages");
        assertThat(refused(many.subList(0, 1), Map.of())).containsExactly("input.stages");
        assertThat(refused(many.subList(0, 2), Map.of("window", "P367D"))).containsExactly("input.window");
        assertThat(refused(many.subList(0, 2), Map.of("window", "PT-1S"))).containsExactly("input.window");
        assertThat(refused(repeated, Map.of())).containsExactly("input.stages.2.match");
        assertThat(refused(many.subList(0, 20), Map.of("window", "P366D"))).isEmpty();
    }

    /** What the database would refuse, or would keep as something else. */
    @Test
    void refusesWhatCannotBeStoredAsItIs() {
        List<Map<String, Object>> plain =
                List.of(stage("a", Map.of("event", "A"), false), stage("b", Map.of("event", "B"), false));
        List<Map<String, Object>> untitled = List.of(
                Map.of("key", "a", "title", "A\0", "match", Map.of("event", "A")),
                stage("b", Map.of("event", "B\0"), false),
                stage("c\0", Map.of("tag", "reach\0"), false));

        assertThat(refused(plain, Map.of("window", "PT9223372036854775807S"))).containsExactly("input.window");
        assertThat(refused(plain, Map.of("window", "PT-9223372036854775808S"))).containsExactly("input.window");
        assertThat(refused(plain, Map.of("window", "PT1.0005S"))).containsExactly("input.window");
        assertThat(refused(plain, Map.of("idempotencyKey", "k\0"))).containsExactly("input.idempotencyKey");
        assertThat(refused(untitled, Map.of()))
                .containsExactly(
                        "input.stages.0.title",
                        "input.stages.1.match",
                        "input.stages.2.key",
                        "input.stages.2.title",
                        "input.stages.2.match");
        assertThat(refused(plain, Map.of("window", "PT1.001S"))).isEmpty();
    }

    private static List<String> refused(List<Map<String, Object>> stages, Map<String, ?> more) {
        return Api.define("limits", "f", stages, more, "operations")
                .get("userErrors")
                .findValuesAsText("field");
    }

    @Test
    void takesExactlyOneWayIntoAStage() {
        String query = "mutation { defineFunnel(input: { key: \"x\", title: \"x\", stages: ["
                + "{ key: \"a\", title: \"a\", match: { tag: \"t\", event: \"e\" } }, "
                + "{ key: \"b\", title: \"b\", match: { event: \"e\" } }] }) { userErrors { field } funnel { id } } }";

        JsonNode answer = Api.as("oneof", "operations").query(query);

        assertThat(answer.at("/errors/0/extensions/code").asText())
                .as(answer.toString())
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void findsAFunnelByIdAsByKey() {
        String tenant = "find";
        String id = Api.define(tenant, "f", List.of("A", "B"), Map.of())
                .at("/funnel/id")
                .asText();

        JsonNode data = Api.as(tenant, "executive")
                .data(
                        "query($id: ID!, $r: [_Any!]!) { byId: funnel(id: $id) { key } byKey: funnel(key: \"f\") { id } none: funnel(key: \"g\") { id } "
                                + "_entities(representations: $r) { ... on Funnel { title } } }",
                        Map.of("id", id, "r", List.of(Map.of("__typename", "Funnel", "id", id))));

        assertThat(data.at("/byId/key").asText()).isEqualTo("f");
        assertThat(data.at("/byKey/id").asText()).isEqualTo(id);
        assertThat(data.get("none").isNull()).isTrue();
        assertThat(data.at("/_entities/0/title").asText()).isEqualTo("Funnel f");
    }

    private static Map<String, Object> stage(String key, Map<String, String> match, boolean optional) {
        return Map.of("key", key, "title", key, "match", match, "optional", optional);
    }
}
