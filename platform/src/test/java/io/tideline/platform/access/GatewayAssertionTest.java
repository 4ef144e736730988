package io.tideline.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class GatewayAssertionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final byte[] BODY = "{\"query\":\"{me{id}}\"}".getBytes(StandardCharsets.UTF_8);
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER_KEY =
            Base64.getEncoder().encodeToString("another key of thirty-two bytes!".getBytes(StandardCharsets.UTF_8));

    private final GatewayAssertion roi = new GatewayAssertion("roi", KEY);

    @Test
    void acceptsWhatItSigned() {
        assertThat(roi.isValid(roi.sign(BODY, NOW), BODY, NOW.plusSeconds(30))).isTrue();
    }

    @Test
    void refusesAnotherBody() {
        assertThat(roi.isValid(roi.sign(BODY, NOW), "{}".getBytes(StandardCharsets.UTF_8), NOW))
                .isFalse();
    }

    @Test
    void refusesAReplayAfterItsLife() {
        String assertion = roi.sign(BODY, NOW);

        assertThat(roi.isValid(assertion, BODY, NOW.plusSeconds(59))).isTrue();
        assertThat(roi.isValid(assertion, BODY, NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void bindsASocketToTheTokenItWasOpenedFor() {
        byte[] mine = GatewayAssertion.connection("Bearer mine");
        String assertion = roi.sign(mine, NOW);

        assertThat(roi.isValid(assertion, GatewayAssertion.connection("Bearer mine"), NOW))
                .isTrue();
        assertThat(roi.isValid(assertion, GatewayAssertion.connection("Bearer yours"), NOW))
                .isFalse();
        assertThat(roi.isValid(assertion, new byte[0], NOW)).isFalse();
        assertThat(roi.isValid(roi.sign(new byte[0], NOW), mine, NOW)).isFalse();
    }

    @Test
    void refusesOneFromTheFuture() {
        assertThat(roi.isValid(roi.sign(BODY, NOW.plusSeconds(6)), BODY, NOW)).isFalse();
    }

    @Test
    void refusesTheAssertionOfAnotherSubgraphEvenUnderTheSameKey() {
        assertThat(roi.isValid(new GatewayAssertion("funnel", KEY).sign(BODY, NOW), BODY, NOW))
                .isFalse();
    }

    @Test
    void refusesAnotherKeyAndAChangedSignature() {
        String assertion = roi.sign(BODY, NOW);
        String changed = assertion.substring(0, assertion.length() - 2) + (assertion.endsWith("A") ? "BB" : "AA");

        assertThat(roi.isValid(new GatewayAssertion("roi", OTHER_KEY).sign(BODY, NOW), BODY, NOW))
                .isFalse();
        assertThat(roi.isValid(changed, BODY, NOW)).isFalse();
    }

    @Test
    void refusesOtherAlgorithmsAndGarbage() {
        String unsigned = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(roi.isValid(
                        unsigned
                                + roi.sign(BODY, NOW)
                                        .substring(roi.sign(BODY, NOW).indexOf('.')),
                        BODY,
                        NOW))
                .isFalse();
        assertThat(roi.isValid("", BODY, NOW)).isFalse();
        assertThat(roi.isValid("a.b.c", BODY, NOW)).isFalse();
        assertThat(roi.isValid(roi.sign(BODY, NOW).replace('.', '!'), BODY, NOW))
                .isFalse();
    }

    @Test
    void wantsAKeyOf32Bytes() {
        assertThatThrownBy(() -> new GatewayAssertion("roi", Base64.getEncoder().encodeToString(new byte[31])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
