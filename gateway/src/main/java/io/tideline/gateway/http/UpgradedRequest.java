package io.tideline.gateway.http;

import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A request that became a socket. When it stops, Quarkus waits for each request until its response has ended, and that of
 * an upgraded one never does; it has no public way to be told, so its own is used. Without it a stop takes longer.
 */
final class UpgradedRequest {
    private static final Logger LOG = Logger.getLogger(UpgradedRequest.class);
    private static final @Nullable MethodHandle DONE = done();

    private UpgradedRequest() {}

    private static @Nullable MethodHandle done() {
        try {
            return MethodHandles.privateLookupIn(QuarkusRequestWrapper.class, MethodHandles.lookup())
                    .findVirtual(QuarkusRequestWrapper.class, "done", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException changed) {
            LOG.warnf("A stop will take as long as it may where sockets are open: %s", changed);
            return null;
        }
    }

    /** Says that nothing is left to wait for. */
    static void over(HttpServerRequest request) {
        Cookie wrapper = request.getCookie(QuarkusRequestWrapper.FAKE_COOKIE_NAME);
        if (DONE == null || !(wrapper instanceof QuarkusRequestWrapper.QuarkusCookie counted)) {
            return;
        }
        try {
            DONE.invoke(counted.getRequestWrapper());
        } catch (Throwable broken) {
            LOG.warnf("A socket stays counted: %s", broken);
        }
    }
}
