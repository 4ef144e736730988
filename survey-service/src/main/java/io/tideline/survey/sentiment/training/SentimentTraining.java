package io.tideline.survey.sentiment.training;

import io.tideline.survey.sentiment.SentimentModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the weights that are shipped, of all sets that are not kept out of them. */
public final class SentimentTraining {
    private SentimentTraining() {}

    /** @param arguments the folder of the labelled texts and the file to write */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Name the folder of the labelled texts and the file to write.");
        }
        SentimentModel model = shippable(LabelledTexts.read(Path.of(arguments[0])));
        Path file = Path.of(arguments[1]);
        try (OutputStream out = Files.newOutputStream(file)) {
            model.write(out);
        }
        System.out.printf("%s: %d bytes, weights %s%n", file, Files.size(file), model.version());
    }

    /** What the fixed part of the texts to learn from makes. */
    static SentimentModel shippable(LabelledTexts texts) {
        return Trainer.train(
                texts.only(text -> !LabelledTexts.KEPT_OUT.contains(text.set())).learn());
    }
}
