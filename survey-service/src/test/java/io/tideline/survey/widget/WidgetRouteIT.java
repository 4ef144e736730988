package io.tideline.survey.widget;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.tideline.survey.ServiceForTests;
import io.tideline.test.ServiceTestResource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the widget's file and the link pages are served. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class WidgetRouteIT {
    private static final String FILE = "/w/v1/widget.js";

    @Test
    void anyPageMayLoadItAndAsksAgainEveryHour() {
        Response first = given().get(FILE);
        String tag = first.header("ETag");
        Response again = given().header("If-None-Match", tag).get(FILE);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.contentType()).isEqualTo("text/javascript; charset=utf-8");
        assertThat(first.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(first.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(first.header("Cache-Control")).contains("max-age=3600");
        assertThat(first.header("Set-Cookie")).isNull();
        assertThat(first.asString()).contains("tideline-survey");
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void itsVersionIsKeptForGoodAndAFormerOneIsNot() {
        String version = given().get(FILE).header("ETag").replace("\"", "");

        assertThat(given().get(FILE + "?v=" + version).header("Cache-Control")).contains("immutable");
        Response former = given().get(FILE + "?v=0000000000000000");
        assertThat(former.statusCode()).isEqualTo(200);
        assertThat(former.header("Cache-Control")).doesNotContain("immutable");
    }

    @Test
    void comesGzippedWhereThatIsTaken() {
        Response gzipped = given().header("Accept-Encoding", "gzip, br").get(FILE);
        Response plain = given().config(
                        RestAssured.config().decoderConfig(decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "gzip;q=0")
                .get(FILE);

        assertThat(gzipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(gzipped.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(gzipped.asString()).isEqualTo(plain.asString());
        assertThat(plain.header("Content-Encoding")).isNull();
    }

    @Test
    void aLinkPageIsTheSameForEveryKeyAndNeverWrittenInto() {
        String known = ServiceForTests.publish("acme", "link", "csat.5");
        String unknown = "A".repeat(22);

        Response shown = given().get("/w/v1/link/" + known);
        Response other = given().get("/w/v1/link/" + unknown);
        Response odd = given().urlEncodingEnabled(false).get("/w/v1/link/%22%3E%3Cscript%3E");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.asString()).isEqualTo(other.asString().replace(unknown, known));
        assertThat(shown.headers().asList().stream().map(Object::toString))
                .containsExactlyInAnyOrderElementsOf(
                        other.headers().asList().stream().map(Object::toString).toList());
        assertThat(shown.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(odd.statusCode()).isEqualTo(404);
        assertThat(odd.asString()).isEmpty();
    }

    @Test
    void thoseWhoOnlyTryALinkFindIt() {
        Response link = given().head("/w/v1/link/" + "A".repeat(22));

        assertThat(link.statusCode()).isEqualTo(200);
        assertThat(link.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(given().head(FILE).statusCode()).isEqualTo(200);
    }

    @Test
    void aLinkPageNamesTheFileThatIsServed() {
        String page = given().get("/w/v1/link/" + "A".repeat(22)).asString();
        Matcher script = Pattern.compile("src=\"\\.\\./(widget\\.js\\?v=[0-9a-f]{16})\" integrity=\"sha384-")
                .matcher(page);

        assertThat(script.find()).as(page).isTrue();
        assertThat(given().get("/w/v1/" + script.group(1)).header("Cache-Control"))
                .contains("immutable");
    }
}
