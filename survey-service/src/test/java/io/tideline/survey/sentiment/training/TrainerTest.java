package io.tideline.survey.sentiment.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.survey.sentiment.Feeling;
import io.tideline.survey.sentiment.SentimentModel;
import io.tideline.survey.sentiment.TextLanguage;
import io.tideline.test.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    private static final int MOST_BYTES = 2_000_000;
    private static final String UNREAD = " hi 3";

    @Test
    void learnsTheSameFromTheSame() {
        List<LabelledText> texts = texts(TextLanguage.EN, "good thing", "bad thing");

        SentimentModel once = Trainer.train(texts);

        assertThat(Trainer.train(texts).version()).isEqualTo(once.version());
        assertThat(once.judge("a good one", TextLanguage.EN).orElseThrow().feeling())
                .isEqualTo(Feeling.POSITIVE);
        assertThat(once.judge("a bad one", TextLanguage.EN).orElseThrow().feeling())
                .isEqualTo(Feeling.NEGATIVE);
    }

    @Test
    void callsUndecidedWhatHasNoSide() {
        SentimentModel model = Trainer.train(texts(TextLanguage.ZH, "好", "坏"));

        assertThat(model.judge("天", TextLanguage.ZH).orElseThrow().feeling()).isEqualTo(Feeling.NEUTRAL);
    }

    @Test
    void keepsWhatIsMeasuredOutOfWhatIsLearned(@TempDir Path folder) throws IOException {
        StringBuilder rows = new StringBuilder("id,lang,label,text\n");
        for (int row = 0; row < 100; row++) {
            rows.append("a-")
                    .append(row)
                    .append(",en,positive,\"Nice, ")
                    .append(row % 10)
                    .append("\"\n");
            rows.append("b-").append(row).append(",xx,positive,none\n");
        }
        Files.writeString(folder.resolve("a.csv"), rows);

        LabelledTexts texts = LabelledTexts.read(folder);

        Set<String> both =
                new HashSet<>(texts.learn().stream().map(LabelledText::text).toList());
        both.retainAll(texts.measure().stream().map(LabelledText::text).toList());
        assertThat(both).isEmpty();
        assertThat(texts.measure()).hasSizeBetween(10, 30).allMatch(LabelledText::sided);
    }

    /** The weights in the artefact are what the trainer makes of the texts today, and they hold what the model card says. */
    @Test
    void makesTheShippedWeightsAgain() throws IOException {
        LabelledTexts texts = LabelledTexts.read(SharedData.file("sentiment"));

        assertThat(SentimentTraining.shippable(texts).version())
                .isEqualTo(SentimentModel.shipped().version());

        Map<String, Tally> measured = new TreeMap<>(SentimentBench.measure(texts.measure(), SentimentModel.shipped()));
        LabelledTexts airline = texts.only(text -> text.set().equals("airline_tweets"));
        measured.putAll(SentimentBench.measure(airline.measure(), Trainer.train(airline.learn())));
        SentimentBench.ASKED.forEach((name, least) -> {
            if (!name.endsWith(UNREAD)) {
                assertThat(of(name, measured).macroF1()).as(name).isGreaterThanOrEqualTo(least);
            }
        });
        assertThat(of("all zh 2", measured).accuracy()).isGreaterThan(0.92);
    }

    private static Tally of(String name, Map<String, Tally> tallies) {
        return Objects.requireNonNull(tallies.get(name), name);
    }

    @Test
    void shipsLittle() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SentimentModel.shipped().write(file);

        assertThat(file.size()).isLessThan(MOST_BYTES);
    }

    private static List<LabelledText> texts(TextLanguage language, String good, String bad) {
        return IntStream.range(0, 60)
                .mapToObj(row -> new LabelledText(
                        "t-" + row,
                        "set",
                        language,
                        row % 2 == 0 ? Feeling.POSITIVE : Feeling.NEGATIVE,
                        true,
                        row % 2 == 0 ? good : bad))
                .toList();
    }
}
