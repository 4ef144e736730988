package io.tideline.survey.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.survey.sentiment.Feeling;
import io.tideline.survey.sentiment.Opinion;
import io.tideline.survey.sentiment.Opinions;
import io.tideline.survey.sentiment.SentimentModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThemeRulesTest {
    private final Opinions opinions = new Opinions(SentimentModel.shipped());

    /** SV-26. */
    @Test
    void praisesTheServiceAndBlamesTheRefund() {
        assertThat(hits("你们的客服不差,但退款太慢", "zh"))
                .containsExactlyInAnyOrder(
                        new ThemeHit("service", "客服", Feeling.POSITIVE),
                        new ThemeHit("refund", "退款", Feeling.NEGATIVE));
        assertThat(hits("The support is not bad, but refunds are too slow", "en"))
                .containsExactlyInAnyOrder(
                        new ThemeHit("service", "support", Feeling.POSITIVE),
                        new ThemeHit("refund", "refund", Feeling.NEGATIVE));
    }

    @Test
    void findsWordsWhereTheyBeginOnly() {
        assertThat(hits("What a happy occasion, I was waiting for it", "en"))
                .extracting(ThemeHit::theme)
                .containsExactly("waiting");
    }

    @Test
    void letsBlameOutweighPraise() {
        Opinion opinion = opinions.of("Delivery was fast. The delivery box was broken", "en")
                .orElseThrow();

        assertThat(ThemeRules.hits(opinion, List.of(new Theme("delivery", "en", List.of("delivery")))))
                .containsExactly(new ThemeHit("delivery", "delivery", Feeling.NEGATIVE));
    }

    private List<ThemeHit> hits(String text, String language) {
        return ThemeRules.hits(opinions.of(text, language).orElseThrow(), ThemeRules.usual(language));
    }
}
