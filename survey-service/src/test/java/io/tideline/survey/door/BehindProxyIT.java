package io.tideline.survey.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tideline.test.ServiceTestResource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** W06, S09 behind a proxy, which the test plays: it stands at the end of the way, so what it writes is behind what the client wrote. */
@QuarkusTest
@TestProfile(BehindProxyIT.Trusting.class)
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class BehindProxyIT {

    /** A door that takes three requests of a network and then hardly any. */
    public static class Trusting implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tideline.door.trusted-proxies", "127.0.0.0/8,192.168.0.0/16",
                    "tideline.door.per-network-burst", "3",
                    "tideline.door.per-network-per-second", "0.001");
        }
    }

    @Test
    void eachClientHasARateOfItsOwnWhateverItSaysItIs() {
        List<Integer> spoofing = IntStream.range(0, 5)
                .mapToObj(number -> asked("198.51.100." + number + ", 192.0.2.1, 192.168.0.9"))
                .toList();
        List<Integer> household = IntStream.range(0, 5)
                .mapToObj(number -> asked("2001:db8:1:2::" + number))
                .toList();

        assertThat(spoofing).containsExactly(404, 404, 404, 429, 429);
        assertThat(household).containsExactly(404, 404, 404, 429, 429);
        assertThat(asked("192.0.2.2")).isEqualTo(404);
        assertThat(asked("2001:db8:1:3::1")).isEqualTo(404);
        assertThat(asked("192.0.2.1")).isEqualTo(429);
    }

    private static int asked(String forwarded) {
        return given().header("X-Forwarded-For", forwarded)
                .get("/w/v1/surveys/" + "A".repeat(22))
                .statusCode();
    }
}
