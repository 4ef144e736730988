package io.tideline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class QueryPipelineTest {
    @Test
    void answersWhateverBreaks() {
        List<Supplier<Future<Answer>>> attempts = List.of(
                () -> {
                    throw new IllegalStateException("secret");
                },
                () -> Future.failedFuture(new IllegalStateException("secret")),
                () -> Future.succeededFuture().map(any -> {
                    throw new IllegalStateException("secret");
                }));

        for (Supplier<Future<Answer>> attempt : attempts) {
            Answer answer =
                    QueryPipeline.attempt(attempt, VisitForTests.quiet()).result();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(new String(answer.body().toArray(), StandardCharsets.UTF_8))
                    .startsWith("{\"data\":null,")
                    .contains("INTERNAL_SERVER_ERROR")
                    .doesNotContain("secret");
        }
    }
}
