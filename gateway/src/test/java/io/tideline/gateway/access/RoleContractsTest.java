package io.tideline.gateway.access;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tideline.gateway.Supply;
import io.tideline.gateway.supergraph.SupergraphReader;
import io.tideline.platform.access.Role;
import io.tideline.platform.access.Scope;
import io.tideline.test.GoldenFile;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The walls between roles: exactly what each may see stands in {@code contract/<role>.graphqls}. */
class RoleContractsTest {

    @ParameterizedTest
    @EnumSource(Role.class)
    void showsARoleExactlyItsFields(Role role) {
        Set<String> scopes = role.scopes().stream().map(Scope::text).collect(Collectors.toSet());

        check(role.text(), new Caller(true, scopes, null));
    }

    @Test
    void showsAnonymousCallersOnlyWhatIsPublic() {
        check("anonymous", Caller.ANONYMOUS);
    }

    private static void check(String name, Caller caller) {
        Optional<String> sdl = Supply.platform();
        assumeTrue(sdl.isPresent(), "the platform's supergraph is not composed yet");
        Contracts contracts = new Contracts(SupergraphReader.read(sdl.get()), false);

        String contract = contracts.of(caller).sdl();

        GoldenFile.check("src/test/resources/contract/" + name + ".graphqls", contract);
    }
}
