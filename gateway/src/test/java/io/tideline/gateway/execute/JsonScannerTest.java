package io.tideline.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings are read eight bytes at a time, so what matters in them is put at each place of such a word. */
class JsonScannerTest {
    private static final int TWO_WORDS = 16;

    private static JsonScanner scanner(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new JsonScanner(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\\\"", "\\\\", "\\u00e9", "é", "\u007f", "漢字", "!", "#", "[", "]"})
    void readsAStringToItsEnd(String inside) {
        for (int before = 0; before <= TWO_WORDS; before++) {
            for (int after = 0; after <= TWO_WORDS; after++) {
                String string = "\"" + "a".repeat(before) + inside + "b".repeat(after) + "\"";
                JsonScanner json = scanner(string + ",\"next, long enough for a word\"");

                json.skipString();

                assertThat(json.at).isEqualTo(string.getBytes(StandardCharsets.UTF_8).length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\u0000", "\u001f", "\\x", "\\u00g0"})
    void refusesWhatAStringMayNotHold(String inside) {
        for (int before = 0; before <= TWO_WORDS; before++) {
            JsonScanner json = scanner("\"" + "a".repeat(before) + inside + "b".repeat(TWO_WORDS) + "\"");

            assertThatThrownBy(json::skipString).isInstanceOf(MalformedAnswer.class);
        }
    }

    @Test
    void refusesAStringWithoutAnEnd() {
        for (int length = 0; length <= TWO_WORDS; length++) {
            JsonScanner json = scanner("\"" + "a".repeat(length));

            assertThatThrownBy(json::skipString).isInstanceOf(MalformedAnswer.class);
        }
    }
}
