package io.tideline.survey.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextFeaturesTest {
    @Test
    void seesNoDifferenceInWidthCaseAddressesAndRepeatedSigns() {
        int[] plain = TextFeatures.of("SO GOOD!!!!! @anna https://a.example/x", TextLanguage.EN);

        assertThat(TextFeatures.of("so ｇｏｏｄ!!! @bob http", TextLanguage.EN)).isEqualTo(plain);
        assertThat(TextFeatures.of("so bad!!! @bob http", TextLanguage.EN)).isNotEqualTo(plain);
    }

    @Test
    void countsEachRunOnceAndOfChineseUpToThreeCharacters() {
        assertThat(TextFeatures.of("好", TextLanguage.ZH)).hasSize(1);
        assertThat(TextFeatures.of("很好 用", TextLanguage.ZH)).hasSize(6);
        assertThat(TextFeatures.of("好好好", TextLanguage.ZH)).hasSize(3);
    }

    @Test
    void knowsUnseenWordsByWhatTheyFeel() {
        Set<Integer> good = places("un hotel estupendo");
        good.retainAll(places("una maravilla"));
        Set<Integer> bad = places("un hotel asqueroso");
        bad.retainAll(places("una maravilla"));

        assertThat(good).hasSizeGreaterThan(bad.size());
    }

    private static Set<Integer> places(String text) {
        return Arrays.stream(TextFeatures.of(text, TextLanguage.ES))
                .boxed()
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void findsNothingWhereNothingIsWritten() {
        assertThat(TextFeatures.of("   ", TextLanguage.ZH)).isEmpty();
    }

    @Test
    void staysInsideItsTable() {
        List<Integer> places = Arrays.stream(
                        TextFeatures.of("The refund never came, and nobody answered.", TextLanguage.DE))
                .boxed()
                .toList();

        assertThat(places)
                .isNotEmpty()
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(place -> place >= 0 && place < 1 << Kin.OTHERS.bits());
    }
}
