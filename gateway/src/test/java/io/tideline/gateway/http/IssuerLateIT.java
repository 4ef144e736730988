package io.tideline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gateway that starts before the issuer of tokens does, set up as the overlays of {@code k8s/} do. */
@QuarkusTest
@WithTestResource(IssuerLateIT.Later.class)
class IssuerLateIT {
    private static final int CALLS = 30;

    /** The issuer is away while the gateway starts; keys are fetched early, which is the default. */
    public static class Later extends IssuerResource {
        @Override
        public Map<String, String> start() {
            Map<String, String> config = new HashMap<>(super.start());
            config.put("quarkus.oidc.discovery-enabled", "false");
            config.put("quarkus.oidc.jwks-path", "/certs");
            config.put("quarkus.oidc.connection-timeout", "1s");
            close();
            return config;
        }
    }

    @Test
    void letsCallersInOnceTheIssuerIsThereAndAsksItSeldom() {
        int refused = IssuerCalls.status(IssuerResource.token("one"));
        IssuerResource.open("one");

        assertThat(refused).isNotEqualTo(200);
        assertThat(IssuerCalls.statusWhenSettled(IssuerResource.token("one"))).isEqualTo(200);

        int asked = IssuerResource.KEYS_ASKED.get();
        long start = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            assertThat(IssuerCalls.status(IssuerResource.token("forged"))).isEqualTo(401);
        }
        long intervals = (System.nanoTime() - start) / IssuerResource.REFRESH.toNanos() + 1;
        assertThat(IssuerResource.KEYS_ASKED.get() - asked).isLessThanOrEqualTo((int) Math.min(intervals, CALLS - 1));
    }
}
