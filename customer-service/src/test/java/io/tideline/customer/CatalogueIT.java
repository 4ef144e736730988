package io.tideline.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.test.ServiceTestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every table must have, read from the database's own catalogue. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class CatalogueIT {
    private static final String TENANT_TABLES = "SELECT c.oid FROM pg_class c WHERE c.relkind IN ('r', 'p')"
            + " AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ('feed_cursor', 'flyway_schema_history')";

    @Test
    void forcesRowLevelSecurityOnEveryTenantTable() {
        assertThat(Rows.asSuperuser("SELECT relname FROM pg_class WHERE oid IN (" + TENANT_TABLES
                        + ") AND NOT (relrowsecurity AND relforcerowsecurity)"))
                .isEmpty();
    }

    @Test
    void bindsReadingAndWritingToTheTenant() {
        String bound = "%tenant_id = NULLIF(current_setting(''tideline.tenant''%";
        assertThat(Rows.asSuperuser("SELECT relname FROM pg_class c WHERE oid IN (" + TENANT_TABLES
                        + ") AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*'"
                        + " AND pg_get_expr(p.polqual, p.polrelid) LIKE '" + bound + "'"
                        + " AND pg_get_expr(p.polwithcheck, p.polrelid) LIKE '" + bound + "')"))
                .isEmpty();
    }

    @Test
    void putsTheTenantFirstInEveryKey() {
        assertThat(
                        Rows.asSuperuser(
                                "SELECT conrelid::regclass || '.' || conname FROM pg_constraint WHERE conrelid IN ("
                                        + TENANT_TABLES + ") AND contype IN ('p', 'u', 'f')"
                                        + " AND conkey[1] <> (SELECT attnum FROM pg_attribute WHERE attrelid = conrelid AND attname = 'tenant_id')"))
                .isEmpty();
    }

    @Test
    void comparesNothingAcrossTenants() {
        assertThat(Rows.asSuperuser("SELECT conrelid::regclass || '.' || conname FROM pg_constraint WHERE conrelid IN ("
                        + TENANT_TABLES + ") AND contype = 'x' AND NOT (SELECT attnum FROM pg_attribute"
                        + " WHERE attrelid = conrelid AND attname = 'tenant_id') = ANY (conkey)"))
                .isEmpty();
    }

    @Test
    void runsNoTriggersButThoseOfKeys() {
        assertThat(Rows.asSuperuser("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"))
                .isEmpty();
    }

    @Test
    void givesTheApplicationNeitherOwnershipNorBypass() {
        assertThat(Rows.asSuperuser("SELECT relname FROM pg_class WHERE oid IN (" + TENANT_TABLES
                        + ") AND pg_get_userbyid(relowner) = 'customer_app'"))
                .isEmpty();
        assertThat(Rows.asSuperuser("SELECT rolname FROM pg_roles WHERE rolname LIKE 'customer%'"
                        + " AND (rolsuper OR rolbypassrls)"))
                .isEmpty();
    }

    @Test
    void letsNobodyRemoveOrChangeWhatWasMerged() {
        List<String> privileges = Rows.asSuperuser("SELECT privilege_type FROM information_schema.role_table_grants"
                + " WHERE grantee = 'customer_app' AND table_name = 'customer_alias' ORDER BY 1");

        assertThat(privileges).containsExactly("INSERT", "SELECT");
    }
}
