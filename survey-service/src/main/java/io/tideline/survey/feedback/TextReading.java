package io.tideline.survey.feedback;

import io.tideline.survey.score.CommentTheme;
import io.tideline.survey.score.Sentiment;
import io.tideline.survey.sentiment.Opinion;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("What a text says.")
public record TextReading(
        @NonNull
                @Description(
                        "Label by the same weights that read comments; NOT_ENRICHED where there is nothing they can read.")
                Sentiment sentiment,
        @Nullable @Description("Probability of the label, 0 to 1; null where it was not read.") Double confidence,
        @Nullable @Description("Language it was read in, as a BCP 47 tag; null where it was not read.") String language,
        @Description("Whether it praises one thing and blames another.") boolean mixed,
        @NonNull @Description("Usual themes of the language that it touches, each with the keyword that told it.")
                List<@NonNull CommentTheme> themes) {
    private static final TextReading NONE = new TextReading(Sentiment.NOT_ENRICHED, null, null, false, List.of());

    public TextReading {
        themes = List.copyOf(themes);
    }

    static TextReading none() {
        return NONE;
    }

    static TextReading of(Opinion opinion) {
        String language = opinion.language().tag();
        return new TextReading(
                Sentiment.valueOf(opinion.feeling().name()),
                opinion.confidence(),
                language,
                opinion.mixed(),
                ThemeRules.hits(opinion, ThemeRules.usual(language)).stream()
                        .map(hit -> new CommentTheme(
                                hit.theme(),
                                hit.keyword(),
                                Sentiment.valueOf(hit.feeling().name())))
                        .toList());
    }
}
