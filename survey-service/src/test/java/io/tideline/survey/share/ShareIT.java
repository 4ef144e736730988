package io.tideline.survey.share;

import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.links;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.survey.link.KeysForTests;
import io.tideline.test.ServiceTestResource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes that another library reads, and snippets whose links lead to the survey. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class ShareIT {
    private static final String TENANT = "sharing";
    private static final int PIXELS = 8;

    @Test
    void aScannerReadsTheAddressFromTheCode() throws ReaderException {
        String key = publish(TENANT, "shared", "nps.0_10");

        JsonNode shared = shared("shared", "pageUrl qrCode");

        assertThat(shared.get("pageUrl").asText()).isEqualTo("http://127.0.0.1:8084/w/v1/link/" + key);
        assertThat(read(shared.get("qrCode").asText()))
                .isEqualTo(shared.get("pageUrl").asText());
    }

    @Test
    void eachStepOfAnEmailLeadsToThePageThatChoosesIt() {
        String key = publish(TENANT, "mailed", "csat.5");
        KeysForTests.only(TENANT);
        String link = links(TENANT, "mailed", "c-mail").get(0).url();

        String open = shared("mailed", "emailHtml").get("emailHtml").asText();
        String signed = shared("mailed", "emailHtml(link: \"" + link + "\")")
                .get("emailHtml")
                .asText();
        String placed = shared("mailed", "emailHtml(link: \"{{link}}\")")
                .get("emailHtml")
                .asText();

        String page = "http://127.0.0.1:8084/w/v1/link/" + key;
        assertThat(addresses(open)).isEqualTo(steps(page + "#score="));
        assertThat(addresses(signed)).isEqualTo(steps(link + "&amp;score="));
        assertThat(addresses(placed)).isEqualTo(steps("{{link}}#score="));
        assertThat(open)
                .doesNotContain("<script", "<img", "<style")
                .contains("How satisfied are you?", "dir=\"ltr\"", "width=\"20%\"");
    }

    @Test
    void anEmailSpeaksTheLanguageOfWhoReadsIt() {
        as(TENANT, "operations")
                .data(
                        "mutation($input: PublishSurveyInput!) { publishSurvey(input: $input) { userErrors { code } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "key", "spoken",
                                        "type", "csat.5",
                                        "question", "How was it?",
                                        "translations",
                                                List.of(
                                                        Map.of("language", "zh-CN", "question", "您觉得怎么样？"),
                                                        Map.of("language", "ckb", "question", "چۆن بوو؟")))));

        assertThat(spoken("zh")).contains("您觉得怎么样？", "lang=\"zh-CN\"", "dir=\"ltr\"", "非常不满意", "非常满意");
        assertThat(spoken("ckb"))
                .contains("چۆن بوو؟", "<table role=\"presentation\"", "dir=\"rtl\" lang=\"ckb\"")
                .contains("<tr lang=\"en\" dir=\"ltr\"", "align=\"right\" valign=\"top\">Very dissatisfied");
        assertThat(spoken("fr")).contains("How was it?", "lang=\"en\"", "Very dissatisfied", "Very satisfied");
        assertThat(spoken("no language")).isEqualTo(spoken("fr"));
    }

    @Test
    void whatIsWrittenStaysText() {
        as(TENANT, "operations")
                .data(
                        "mutation($input: PublishSurveyInput!) { publishSurvey(input: $input) { userErrors { code } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "key", "marked",
                                        "type", "csat.3",
                                        "language", "ar",
                                        "question", "<img src=x onerror=\"alert('1')\"> & more")));

        String html = shared("marked", "emailHtml").get("emailHtml").asText();

        assertThat(html)
                .contains("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more", "dir=\"rtl\"")
                .doesNotContain("<img");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x' onclick='y", "a b", "<b>", ""})
    void refusesAnAddressThatIsNone(String link) {
        publish(TENANT, "mailed", "csat.5");

        JsonNode refused = as(TENANT, "operations")
                .query(
                        "query($link: String) { survey(key: \"mailed\") { emailHtml(link: $link) } }",
                        Map.of("link", link));

        assertThat(refused.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void onlyThoseWhoWriteSurveysGetThem() {
        publish(TENANT, "shared", "nps.0_10");

        JsonNode refused = as(TENANT, "executive").query("{ survey(key: \"shared\") { qrCode } }");

        assertThat(refused.at("/errors/0/extensions/code").asText()).isNotEmpty();
    }

    private static JsonNode shared(String key, String fields) {
        return as(TENANT, "operations")
                .data("{ survey(key: \"" + key + "\") { " + fields + " } }")
                .get("survey");
    }

    private static String spoken(String language) {
        return shared("spoken", "emailHtml(language: \"" + language + "\")")
                .get("emailHtml")
                .asText();
    }

    private static List<String> steps(String start) {
        return IntStream.rangeClosed(1, 5).mapToObj(score -> start + score).toList();
    }

    private static List<String> addresses(String html) {
        return Pattern.compile("href=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Paints the path of the SVG and lets another library read it. */
    private static String read(String svg) throws ReaderException {
        Matcher side = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(side.find()).isTrue();
        int width = Integer.parseInt(side.group(1)) * PIXELS;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xFFFFFF);
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(svg)
                .results()
                .forEach(module ->
                        paint(pixels, width, Integer.parseInt(module.group(1)), Integer.parseInt(module.group(2))));
        var source = new RGBLuminanceSource(width, width, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    private static void paint(int[] pixels, int width, int x, int y) {
        for (int row = y * PIXELS; row < (y + 1) * PIXELS; row++) {
            Arrays.fill(pixels, row * width + x * PIXELS, row * width + (x + 1) * PIXELS, 0);
        }
    }
}
