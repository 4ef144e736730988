package io.tideline.survey.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts as people mean them. The weights judge the whole. In Chinese and English, where they waver on a short text, or it only denies a fault, its
 * words of feeling decide; where a short text is good in one clause and bad in another, what stands behind the last "but" does.
 */
public final class Opinions {
    /** Below this the weights waver. */
    private static final double SURE = 0.75;

    private static final int SHORT = 3;

    /** Where words may overrule the weights; of tweets in the other languages they made macro-F1 0.01 to 0.02 worse. */
    private static final Set<TextLanguage> BY_WORDS = Set.of(TextLanguage.ZH, TextLanguage.EN);

    private final SentimentModel model;

    public Opinions(SentimentModel model) {
        this.model = model;
    }

    /**
     * Empty where the language is not known to the weights, or there is nothing to read.
     *
     * @param said BCP 47 tag of the language the text came with; null where none
     */
    public Optional<Opinion> of(String text, @Nullable String said) {
        return TextLanguage.of(text, said)
                .flatMap(language -> model.judge(text, language).map(judged -> of(text, language, judged)));
    }

    private Opinion of(String text, TextLanguage language, Judgement judged) {
        List<Clause> clauses = Clause.of(text, language);
        List<Opinion.Part> parts = new ArrayList<>();
        Tendency tendency = new Tendency();
        for (Clause clause : clauses) {
            Optional<Words.Side> side =
                    Words.of(language).flatMap(words -> words.side(clause.text(), language.isUnspaced()));
            side.ifPresent(known -> tendency.add(known, clause.turns(), clauses.size() == 1));
            parts.add(new Opinion.Part(
                    clause.text(), side.map(Words.Side::feeling).orElseGet(() -> byWeights(clause.text(), language))));
        }
        Judgement whole = clauses.size() <= SHORT && BY_WORDS.contains(language) ? tendency.on(judged) : judged;
        return new Opinion(language, whole.feeling(), whole.confidence(), tendency.isMixed(), parts);
    }

    private Feeling byWeights(String clause, TextLanguage language) {
        return model.judge(clause, language)
                .filter(judged -> judged.confidence() >= SentimentModel.DECIDED)
                .map(Judgement::feeling)
                .orElse(Feeling.NEUTRAL);
    }

    /** Where the words of a text point. */
    private static final class Tendency {
        private int good;
        private int bad;
        private boolean deniesFault;
        private @Nullable Feeling behindBut;

        void add(Words.Side side, boolean turns, boolean alone) {
            good += side.feeling() == Feeling.POSITIVE ? 1 : 0;
            bad += side.feeling() == Feeling.NEGATIVE ? 1 : 0;
            deniesFault |= alone && side.turned();
            behindBut = turns ? side.feeling() : behindBut;
        }

        boolean isMixed() {
            return good > 0 && bad > 0;
        }

        Judgement on(Judgement judged) {
            if (isMixed() && behindBut != null) {
                return judged.feeling() == behindBut ? judged : new Judgement(behindBut, SentimentModel.DECIDED);
            }
            if (good == bad || isMixed() || (judged.confidence() >= SURE && !deniesFault)) {
                return judged;
            }
            Feeling side = good > bad ? Feeling.POSITIVE : Feeling.NEGATIVE;
            return judged.feeling() == side ? judged : new Judgement(side, SentimentModel.DECIDED);
        }
    }
}
