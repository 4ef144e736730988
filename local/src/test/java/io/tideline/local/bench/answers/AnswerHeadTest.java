package io.tideline.local.bench.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerHeadTest {
    private static final String REFUSED =
            "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 3\r\ncontent-length: 2\r\nX: y\r\n\r\n{}";

    @Test
    void statusLengthAndWhenToComeBackAreRead() {
        assertThat(of(REFUSED)).isEqualTo(new AnswerHead(429, true, REFUSED.length()));
        assertThat(of("HTTP/1.1 200 OK\r\nContent-Length:12\r\n\r\n")).isEqualTo(new AnswerHead(200, false, 50));
        assertThat(of("HTTP/1.1 204 No Content\r\n\r\n")).isEqualTo(new AnswerHead(204, false, 27));
    }

    @Test
    void aHeadThatIsNotWholeIsNone() {
        int head = REFUSED.length() - 2;

        assertThat(IntStream.range(0, head).mapToObj(count -> of(REFUSED.substring(0, count))))
                .containsOnlyNulls();
        assertThat(of(REFUSED.substring(0, head))).isNotNull();
    }

    private static @Nullable AnswerHead of(String text) {
        return AnswerHead.of(text.getBytes(StandardCharsets.US_ASCII), text.length());
    }
}
