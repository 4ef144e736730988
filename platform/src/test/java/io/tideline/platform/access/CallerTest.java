package io.tideline.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallerTest {
    @Test
    void agentsSeeTheirOwnCustomersAndLeadsTheirTeam() {
        assertThat(caller("t1", "a1", Role.AGENT).visibility()).isEqualTo(new Visibility(null, "a1"));
        assertThat(caller("t1", "a1", Role.LEAD).visibility()).isEqualTo(new Visibility("t1", null));
    }

    @Test
    void theWidestRoleDecides() {
        assertThat(caller("t1", "a1", Role.AGENT, Role.LEAD).visibility()).isEqualTo(new Visibility("t1", null));
        assertThat(caller("t1", "a1", Role.AGENT, Role.EXECUTIVE).visibility()).isEqualTo(Visibility.ALL);
    }

    @Test
    void aLeadWithoutATeamAndACallerWithoutARoleSeeNothing() {
        assertThat(caller(null, null, Role.LEAD).visibility()).isEqualTo(new Visibility("", null));
        assertThat(caller(null, null).visibility()).isEqualTo(new Visibility(null, ""));
    }

    @Test
    void executivesReadNoSingleCustomerAndAdminsNoMoney() {
        assertThat(Role.EXECUTIVE.scopes()).doesNotContain(Scope.CUSTOMER_READ, Scope.PII_READ);
        assertThat(Role.ADMIN.scopes()).doesNotContain(Scope.REVENUE_READ, Scope.VALUE_READ, Scope.ACQUISITION_READ);
    }

    private static Caller caller(@Nullable String team, @Nullable String agent, Role... roles) {
        Set<Role> held = EnumSet.noneOf(Role.class);
        held.addAll(Arrays.asList(roles));
        return new Caller("acme", "sub", "name", "eu", team, agent, held, Set.of(), "en", null);
    }
}
