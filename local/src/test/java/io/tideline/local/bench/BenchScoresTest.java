package io.tideline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.platform.access.GatewayAssertion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class BenchScoresTest {
    @Test
    void printsMilliseconds() {
        assertThat(new BenchScores.Figures(12.34, 21_000.4, 10_000_000, 123).line())
                .isEqualTo("p95_ms=12.3 raw_ms=21000 answers=10000000 cells=123 equal=true");
    }

    @Test
    void signsAsTheGatewayDoes() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        Instant now = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(ScoreCaller.assertion(key, body, now))
                .isEqualTo(new GatewayAssertion("survey", key).sign(body, now));
    }
}
