package io.tideline.survey.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlanceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"survey\":\"key\",\"score\":9}",
                "{ \"score\" : 9 , \"survey\" :\n \"key\" }",
                "{\"comment\":\"a \\\"survey\\\":\\\"other\\\"\",\"survey\":\"key\"}",
                "not JSON at all, \"survey\": \"key\""
            })
    void aSurveyIsSeenWithoutReadingTheBody(String body) {
        assertThat(Glance.surveyIn(Buffer.buffer(body))).isEqualTo("key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"survey\"",
                "{\"survey\":",
                "{\"survey\":\"",
                "{\"survey\":\"ke",
                "{\"survey\":7}",
                "{\"survey\":null,\"response\":\"key\"}",
                "{\"surveys\":\"key\"}"
            })
    void whereNoneIsSeenNobodyIsTurnedAwayForIt(String body) {
        assertThat(Glance.surveyIn(Buffer.buffer(body))).isNull();
    }

    @Test
    void aKeyThatIsFarInOrTooLongIsLeftToTheReader() {
        String far = "{\"comment\":\"" + "x".repeat(2_000) + "\",\"survey\":\"key\"}";

        assertThat(Glance.surveyIn(Buffer.buffer(far))).isNull();
        assertThat(Glance.surveyIn(Buffer.buffer("{\"survey\":\"" + "k".repeat(100) + "\"}")))
                .isNull();
    }
}
