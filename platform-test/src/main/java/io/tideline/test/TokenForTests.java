package io.tideline.test;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.tideline.platform.access.Role;
import io.tideline.platform.access.Scope;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Access tokens as the realm issues them: each role brings the scopes it is composed of. */
public final class TokenForTests {
    private final JwtClaimsBuilder claims = Jwt.claims();

    private TokenForTests(String tenant, List<String> names) {
        claims.issuer(ServiceTestResource.ISSUER)
                .audience("tideline")
                .subject(tenant + "-" + String.join("-", names))
                .claim("typ", "Bearer")
                .claim("tenant", tenant)
                .claim("region", "eu")
                .claim("name", String.join(" ", names))
                .claim("locale", "en")
                .claim("realm_access", Map.of("roles", names))
                .expiresIn(Duration.ofMinutes(30));
    }

    /** A token of {@code tenant} with these realm roles, such as {@code executive}. */
    public static TokenForTests of(String tenant, String... roles) {
        List<String> names = Arrays.stream(roles)
                .flatMap(role -> Stream.concat(
                        Stream.of(role),
                        Role.of(role).stream()
                                .flatMap(known -> known.scopes().stream())
                                .map(Scope::text)))
                .distinct()
                .toList();
        return new TokenForTests(tenant, names);
    }

    public TokenForTests agent(String agent) {
        claims.claim("agent", agent);
        return this;
    }

    public TokenForTests team(String team) {
        claims.claim("team", team);
        return this;
    }

    public TokenForTests claim(String name, Object value) {
        claims.claim(name, value);
        return this;
    }

    public String sign() {
        return claims.sign(TestKeys.privateKey());
    }
}
