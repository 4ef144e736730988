package io.tideline.platform.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class MetricCatalogTest {
    private final MetricCatalog catalog = MetricCatalog.load();

    @ParameterizedTest(name = "{0} by default {1}")
    @CsvFileSource(resources = "defaults.csv", numLinesToSkip = 1)
    void givesEachMetricItsDefault(String key, String variant, Unit unit, String better) {
        MetricDefinition definition = catalog.resolve(key, null);

        assertThat(definition.variant()).isEqualTo(variant);
        assertThat(definition.unit()).isEqualTo(unit);
        assertThat(definition.higherIsBetter()).isEqualTo("-".equals(better) ? null : Boolean.valueOf(better));
        assertThat(catalog.definition(variant)).isSameAs(definition);
        assertThat(catalog.definition(key)).isSameAs(definition);
    }

    @Test
    void decidesEveryDisagreementOnce() {
        List<String> expected =
                IntStream.rangeClosed(1, 32).mapToObj(i -> "K" + i).toList();

        assertThat(catalog.decisions()).extracting(Decision::id).containsExactlyElementsOf(expected);
        assertThat(catalog.decisions()).allSatisfy(decision -> {
            assertThat(decision.choice()).isNotBlank();
            assertThat(decision.variants()).allSatisfy(variant -> assertThat(catalog.definition(variant))
                    .isNotNull());
        });
    }

    @Test
    void choosesTheDefaultThatWasDecided() {
        List<MetricDefinition> chosen = catalog.decisions().stream()
                .filter(decision -> !decision.variants().isEmpty())
                .map(decision -> catalog.definition(decision.variants().get(0)))
                .toList();

        assertThat(chosen).hasSizeGreaterThan(25).allMatch(MetricDefinition::isDefault);
    }

    @Test
    void explainsEveryVariant() {
        assertThat(catalog.definitions()).hasSizeGreaterThan(130).allSatisfy(definition -> {
            assertThat(definition.variant()).matches("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)+");
            assertThat(definition.version()).isPositive();
            assertThat(definition.title()).isNotBlank();
            assertThat(definition.formula()).isNotBlank();
            assertThat(definition.source()).isNotBlank();
            assertThat(definition.description()).endsWith(".");
            assertThat(definition.edgeCases()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "nps, 1_10, nps.1_10",
        "nps, nps.1_10, nps.1_10",
        "ces, agree7.pct_positive, ces2.agree7.pct_positive",
        "ces, effort7.mean, ces.effort7.mean",
        "ltv_to_cac, s2_ratio, clv.s2_ratio",
        "roi, gross, roi.gross"
    })
    void findsAVariantByItsFullOrShortName(String key, String asked, String variant) {
        assertThat(catalog.resolve(key, asked).variant()).isEqualTo(variant);
    }

    @Test
    void namesTheKnownVariantsWhenAskedForAnother() {
        assertThatThrownBy(() -> catalog.resolve("roi", "profit"))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_USER_INPUT))
                .hasMessageContaining("roi.net, roi.gross");
        assertThatThrownBy(() -> catalog.resolve("roi", "nps.0_10")).isInstanceOf(AppException.class);
    }

    @Test
    void takesAnUnknownKeyForAMistakeInTheCode() {
        assertThatIllegalArgumentException().isThrownBy(() -> catalog.definition("nonsense"));
        assertThatIllegalArgumentException().isThrownBy(() -> catalog.resolve("nonsense", null));
    }

    @Test
    void refusesAVariantDefinedTwiceOrWithoutADefault() {
        MetricDefinition roi = catalog.definition("roi.net");
        MetricDefinition gross = catalog.definition("roi.gross");

        assertThatIllegalStateException().isThrownBy(() -> new MetricCatalog(List.of(roi, roi), List.of()));
        assertThatIllegalStateException().isThrownBy(() -> new MetricCatalog(List.of(gross), List.of()));
    }
}
