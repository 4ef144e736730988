package io.tideline.gateway.supergraph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RememberedTest {
    private final Remembered<String, Integer> texts = new Remembered<>(1_000, (text, any) -> text.length(), 640);

    @Test
    void holdsNoMoreThanItsWeight() {
        for (int text = 0; text < 500; text++) {
            texts.put("%010d".formatted(text), text);
        }

        assertThat(texts.size()).isBetween(32, 64);
        assertThat(texts.get("%010d".formatted(499))).isEqualTo(499);
    }

    @Test
    void makesWhatIsTooHeavyEachTime() {
        texts.get("01234567890", String::length);
        texts.get("0123456789", String::length);

        assertThat(texts.get("01234567890")).isNull();
        assertThat(texts.get("0123456789")).isEqualTo(10);
    }

    @Test
    void keepsWhatIsUsedAndNoMoreThanItsCount() {
        Remembered<Integer, Integer> numbers = new Remembered<>(10);
        for (int number = 1; number < 100; number++) {
            numbers.put(number, number);
            numbers.get(1);
        }

        assertThat(numbers.get(1)).isEqualTo(1);
        assertThat(numbers.size()).isLessThanOrEqualTo(10);
    }
}
