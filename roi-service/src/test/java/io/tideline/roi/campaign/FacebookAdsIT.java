package io.tideline.roi.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.roi.RoiDoor;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real ad figures of two campaigns against answers computed elsewhere. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class FacebookAdsIT {
    private static final RoiDoor DOOR = new RoiDoor("facebook");
    private static boolean loaded;

    private final JsonNode answers = SharedData.answers("facebook_ads");

    @BeforeEach
    void load() throws IOException {
        if (!loaded) {
            DOOR.take("ad-spend", rows());
            loaded = true;
        }
    }

    @Test
    void addsUpEachCampaign() {
        JsonNode edges = DOOR.as("operations")
                .data(
                        """
                        { campaigns { edges { node { externalId adSpend {
                            impressions { value } clicks { value } spend { value numerator currency } costPerClick { value currency }
                            conversions { value } costPerConversion { value } deals { value } } } } } }
                        """)
                .at("/campaigns/edges");

        assertThat(edges).hasSize(2);
        for (JsonNode edge : edges) {
            JsonNode expected = answers.get("by_xyz_campaign_id")
                    .get(edge.at("/node/externalId").asText());
            JsonNode ads = edge.at("/node/adSpend");
            assertThat(ads.at("/impressions/value").asLong())
                    .isEqualTo(expected.get("impressions").asLong());
            assertThat(ads.at("/clicks/value").asLong())
                    .isEqualTo(expected.get("clicks").asLong());
            assertThat(ads.at("/spend/numerator").asDouble())
                    .isCloseTo(expected.get("spent").asDouble(), within(1e-9));
            assertThat(ads.at("/costPerClick/value").asDouble())
                    .isCloseTo(expected.get("cpc").asDouble(), within(1e-9));
            assertThat(ads.at("/conversions/value").asLong())
                    .isEqualTo(expected.get("total_conversion").asLong());
            assertThat(ads.at("/costPerConversion/value").asDouble())
                    .isCloseTo(expected.get("cost_per_enquiry").asDouble(), within(1e-9));
            assertThat(ads.at("/deals/value").asLong())
                    .isEqualTo(expected.get("approved_conversion").asLong());
            assertThat(ads.at("/costPerClick/currency").asText()).isEqualTo("USD");
        }
    }

    @Test
    void addsUpThePeriodAndItsCampaigns() {
        JsonNode acquisition = DOOR.as("operations")
                .data(
                        """
                        { acquisition(period: {from: "2017-08-01", to: "2017-09-01"}) {
                            costPerClick { value numerator denominator }
                            by(dimension: CAMPAIGN) { label measures { costPerClick { value denominator } } } } }
                        """)
                .get("acquisition");

        assertThat(acquisition.at("/costPerClick/value").asDouble())
                .isCloseTo(answers.at("/total/cpc").asDouble(), within(1e-9));
        assertThat(acquisition.at("/costPerClick/denominator").asText()).isEqualTo("2097");
        assertThat(acquisition.at("/by/0/label").asText()).isEqualTo("916");
        assertThat(acquisition.at("/by/0/measures/costPerClick/denominator").asText())
                .isEqualTo("113");
        assertThat(acquisition.at("/by/1/measures/costPerClick/value").asDouble())
                .isCloseTo(answers.at("/by_xyz_campaign_id/936/cpc").asDouble(), within(1e-9));
    }

    private static List<Map<String, String>> rows() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.file("facebook_ads/kag_conversion_data.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",");
            rows.add(Map.of(
                    "id",
                    cells[0],
                    "campaign",
                    cells[1],
                    "at",
                    "2017-08-17",
                    "impressions",
                    cells[6],
                    "clicks",
                    cells[7],
                    "amount",
                    cells[8],
                    "currency",
                    "USD",
                    "conversions",
                    cells[9],
                    "deals",
                    cells[10]));
        }
        return rows;
    }
}
