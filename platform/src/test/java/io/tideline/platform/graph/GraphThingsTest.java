package io.tideline.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphThingsTest {
    private static final UUID LOCAL = UUID.fromString("0b7ad7b0-6f6e-5b4d-9a2e-1f0c9be6a1aa");

    @Test
    void aGlobalIdIsReadBackAndOnlyAsItsOwnType() {
        String id = GlobalId.of("Customer", LOCAL);

        assertThat(GlobalId.parse(id)).isEqualTo(new GlobalId("Customer", LOCAL));
        assertThatThrownBy(() -> GlobalId.uuid("Agent", id)).isInstanceOf(AppException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "!!",
                "Q3VzdG9tZXI6",
                "Q3VzdG9tZXI6MS0xLTEtMS0x",
                "OjBiN2FkN2IwLTZmNmUtNWI0ZC05YTJlLTFmMGM5YmU2YTFhYQ"
            })
    void otherTextsAreNoGlobalIds(String id) {
        assertThatThrownBy(() -> GlobalId.parse(id))
                .isInstanceOfSatisfying(AppException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.BAD_USER_INPUT));
    }

    @Test
    void aCursorKeepsItsPartsAndAnotherListsCursorIsInvalid() {
        String cursor = Cursor.encode("2026-01-01T00:00:00Z", LOCAL);

        assertThat(Cursor.decode(cursor, 2)).containsExactly("2026-01-01T00:00:00Z", LOCAL.toString());
        assertThatThrownBy(() -> Cursor.decode(cursor, 1))
                .isInstanceOfSatisfying(AppException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.INVALID_CURSOR));
        assertThatThrownBy(() -> Cursor.decode("%", 1)).isInstanceOf(AppException.class);
    }

    @Test
    void aPageTellsOfMoreInTheDirectionItWasReadIn() {
        Page<Integer> first = Page.of(List.of(1, 2, 3), PageRequest.of(2, null), String::valueOf);
        Page<Integer> last = Page.of(List.of(9, 8), PageRequest.of(null, null, 2, "x"), String::valueOf);

        assertThat(first).isEqualTo(new Page<>(List.of(1, 2), List.of("1", "2"), new PageInfo(true, false, "1", "2")));
        assertThat(last).isEqualTo(new Page<>(List.of(8, 9), List.of("8", "9"), new PageInfo(true, false, "8", "9")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE})
    void aPageHasOneToAHundredRows(int first) {
        assertThatThrownBy(() -> PageRequest.of(first, null)).isInstanceOf(AppException.class);
    }

    @Test
    void answersComeInKeyOrderWithNullForTheMissing() {
        assertThat(InKeyOrder.of(List.of("b", "x", "a", "b"), List.of("a1", "b1"), value -> value.substring(0, 1)))
                .isEqualTo(Arrays.asList("b1", null, "a1", "b1"));
    }
}
