package io.tideline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.Json;
import io.tideline.local.platform.Part;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedsTest {
    private static final JsonNode SILENT = state("{'head': '0-0', 'followed': {}}");
    private static final JsonNode TOLD = state("{'head': '700-12', 'followed': {}}");
    private static final JsonNode HEARD = state("{'head': '0-0', 'followed': {'customer': '700-12'}}");

    @Test
    void isAtRestBeforeAnythingWasTold() {
        assertThat(Feeds.behind(states(SILENT, SILENT, SILENT, SILENT))).isEmpty();
    }

    @Test
    void waitsForAFollowerThatHasNotBegun() {
        assertThat(Feeds.behind(states(TOLD, HEARD, SILENT, HEARD))).contains("roi is behind customer");
    }

    @Test
    void waitsForAFollowerThatIsHalfway() {
        JsonNode halfway = state("{'head': '0-0', 'followed': {'customer': '700-3'}}");

        assertThat(Feeds.behind(states(TOLD, HEARD, HEARD, halfway))).contains("survey is behind customer");
    }

    @Test
    void isAtRestWhenAllHaveHeardEverything() {
        assertThat(Feeds.behind(states(TOLD, HEARD, HEARD, HEARD))).isEmpty();
    }

    private static Map<Part, JsonNode> states(JsonNode customer, JsonNode funnel, JsonNode roi, JsonNode survey) {
        return Map.of(Part.CUSTOMER, customer, Part.FUNNEL, funnel, Part.ROI, roi, Part.SURVEY, survey);
    }

    private static JsonNode state(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
