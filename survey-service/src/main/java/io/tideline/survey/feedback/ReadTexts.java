package io.tideline.survey.feedback;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.error.AppException;
import io.tideline.survey.sentiment.Opinions;
import io.tideline.survey.sentiment.SentimentModel;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads texts that are kept elsewhere. Nothing of them is stored. */
@ApplicationScoped
class ReadTexts {
    static final int MOST = 50;
    private static final int LONGEST = 4_000;
    private static final int MOST_TOGETHER = 50_000;

    private final Vertx vertx;
    private final Opinions opinions = new Opinions(SentimentModel.shipped());

    ReadTexts(Vertx vertx) {
        this.vertx = vertx;
    }

    /** In the order of the texts. */
    Uni<List<TextReading>> run(List<TextToReadInput> texts) {
        if (texts.size() > MOST) {
            throw AppException.badInput("texts", "Up to " + MOST + " texts are read at once.");
        }
        for (int place = 0; place < texts.size(); place++) {
            if (texts.get(place).text().length() > LONGEST) {
                throw AppException.badInput("texts." + place + ".text", "A text has up to " + LONGEST + " characters.");
            }
        }
        if (texts.stream().mapToInt(one -> one.text().length()).sum() > MOST_TOGETHER) {
            throw AppException.badInput(
                    "texts", "Up to " + MOST_TOGETHER + " characters are read at once, of all texts together.");
        }
        return vertx.executeBlocking(() -> texts.stream().map(this::read).toList(), false);
    }

    private TextReading read(TextToReadInput text) {
        return opinions.of(text.text(), text.language()).map(TextReading::of).orElseGet(TextReading::none);
    }
}
