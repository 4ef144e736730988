package io.tideline.customer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KpiPresetsTest {
    @Test
    void holdsTheSixteenKpisInTheOrderOfTheirRequirements() {
        assertThat(KpiPresets.ALL)
                .extracting(KpiPreset::source)
                .containsExactlyElementsOf(IntStream.rangeClosed(10, 25)
                        .mapToObj(number -> "S1-" + number)
                        .toList());
        assertThat(KpiPresets.ALL).extracting(KpiPreset::key).doesNotHaveDuplicates();
    }

    @Test
    void splitsThemIntoLayers() {
        assertThat(KpiPresets.ALL).extracting(KpiPreset::layer).containsExactlyElementsOf(layers());
    }

    @Test
    void namesAMetricOfTheCatalogueForEach() {
        assertThat(KpiPresets.ALL).allSatisfy(preset -> assertThat(
                        KpiPresets.METRICS.definition(preset.variant()).variant())
                .isEqualTo(preset.variant()));
    }

    @Test
    void readsReturnsGross() {
        KpiPreset marketing = KpiPresets.find("marketing_roi").orElseThrow();

        assertThat(marketing.variant()).isEqualTo("roi.gross");
        assertThat(KpiRules.status(marketing.range(), true, new BigDecimal("5")))
                .isEqualTo(KpiStatus.MISSED);
    }

    @Test
    void givesAPeriodToEveryTarget() {
        assertThat(KpiPresets.ALL)
                .allSatisfy(preset -> assertThat(preset.period()).isNotNull());
    }

    private static List<KpiLayer> layers() {
        return IntStream.rangeClosed(10, 25)
                .mapToObj(number ->
                        number <= 15 ? KpiLayer.STRATEGIC : number <= 20 ? KpiLayer.TACTICAL : KpiLayer.EXECUTION)
                .toList();
    }
}
