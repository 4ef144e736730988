package io.tideline.gateway.http;

import static io.tideline.gateway.http.IssuerCalls.status;
import static io.tideline.gateway.http.IssuerCalls.statusWhenSettled;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** F31: the issuer of tokens is down for a while, and comes back with another key. */
@QuarkusTest
@WithTestResource(IssuerResource.class)
class IssuerFaultsIT {
    private static final int CALLS = 30;

    @Test
    void asksForKeysSeldomAndKeepsThoseItKnows() {
        String known = IssuerResource.token("one");
        String unknown = IssuerResource.token("forged");
        assertThat(status(known)).isEqualTo(200);

        int asked = IssuerResource.KEYS_ASKED.get();
        long start = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            assertThat(status(unknown)).isEqualTo(401);
        }
        long intervals = (System.nanoTime() - start) / IssuerResource.REFRESH.toNanos() + 1;
        assertThat(IssuerResource.KEYS_ASKED.get() - asked).isBetween(1, (int) Math.min(intervals, CALLS - 1));

        IssuerResource.close();
        assertThat(status(known)).isEqualTo(200);
        assertThat(statusesOverARefresh(unknown)).containsExactly(401);
        assertThat(status(known)).isEqualTo(200);

        IssuerResource.open("two");
        assertThat(statusWhenSettled(IssuerResource.token("two"))).isEqualTo(200);
    }

    /** All that is answered from now until keys were asked for once more, in vain. */
    private static Set<Integer> statusesOverARefresh(String token) {
        Set<Integer> statuses = new TreeSet<>();
        long end = System.nanoTime() + 2 * IssuerResource.REFRESH.toNanos();
        while (System.nanoTime() < end) {
            statuses.add(status(token));
        }
        return statuses;
    }

    @Test
    void asksForKeysOfUnknownIdsEveryTenSecondsAtMost() throws IOException {
        Properties shipped = new Properties();
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("application.properties")) {
            shipped.load(in);
        }

        assertThat(shipped.getProperty("quarkus.oidc.token.forced-jwk-refresh-interval"))
                .isEqualTo("10S");
    }
}
