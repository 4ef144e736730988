package io.tideline.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Figures answers = answers();

    @Test
    void namesWhatWasNeitherComparedNorLeftOut() {
        answers.get("users").asInt();
        answers.get("rates").get(1).asDouble();
        answers.leaveOut(Map.of("money", "Counted elsewhere."));

        assertThatThrownBy(answers::assertAllMet)
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith("[by/A B/count, rates/0, who]");
    }

    @Test
    void isContentWhereEverythingWasReadOrLeftOut() {
        assertThat(answers.get("users").asInt()).isEqualTo(3);
        assertThat(answers.get("rates").each(rate -> rate.isNone() ? 0 : rate.asDouble()))
                .containsExactly(0.0, 0.5);
        assertThat(answers.get("by").get("A B").counts()).isEqualTo(Map.of("count", 7));
        assertThat(answers.get("who").asText()).isEqualTo("x");
        answers.get("money").leaveOut(Map.of("sum", "Counted elsewhere.", "tax", "Counted nowhere."));

        assertThatCode(answers::assertAllMet).doesNotThrowAnyException();
    }

    @Test
    void refusesToLeaveOutWhatIsComparedOrWasNeverAnswered() {
        answers.get("users").asInt();

        for (String name : new String[] {"users", "use", "nothing"}) {
            assertThatThrownBy(() -> answers.leaveOut(Map.of(name, "Counted elsewhere.")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void refusesToReadWhatIsNoSuchFigure() {
        assertThatThrownBy(() -> answers.get("user")).hasMessage("There is no answer user");
        assertThatThrownBy(() -> answers.get("who").asInt()).hasMessageStartingWith("The answer who is not a whole");
        assertThatThrownBy(() -> answers.get("rates").get(1).asInt()).hasMessageStartingWith("The answer rates/1 is");
    }

    private static Figures answers() {
        String text =
                "{'users': 3, 'rates': [null, 0.5], 'money': {'sum': 1.5, 'tax': 0}, 'by': {'A B': {'count': 7}}, 'who': 'x'}";
        try {
            return Figures.of(new ObjectMapper().readTree(text.replace('\'', '"')));
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(noJson);
        }
    }
}
