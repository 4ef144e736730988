package io.tideline.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.test.PostgresForTests;
import io.tideline.test.ServiceTestResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every table and every statement must have, asked of the database's own catalogue. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class CatalogueIT {
    private static final String TENANT_TABLES = "SELECT oid FROM pg_class WHERE relkind IN ('r', 'p')"
            + " AND relnamespace = 'public'::regnamespace AND relname NOT IN ('feed_cursor', 'flyway_schema_history')";

    @Test
    void forcesRowLevelSecurityForReadingAndWriting() {
        String bound = "%tenant_id = NULLIF(current_setting(''tideline.tenant''%";

        assertThat(Rows.asSuperuser("SELECT relname FROM pg_class c WHERE oid IN (" + TENANT_TABLES
                        + ") AND NOT (relrowsecurity AND relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p"
                        + " WHERE p.polrelid = c.oid AND p.polcmd = '*'"
                        + " AND pg_get_expr(p.polqual, p.polrelid) LIKE '" + bound + "'"
                        + " AND pg_get_expr(p.polwithcheck, p.polrelid) LIKE '" + bound + "'))"))
                .isEmpty();
    }

    @Test
    void putsTheTenantFirstInEveryKey() {
        assertThat(Rows.asSuperuser("SELECT conname FROM pg_constraint WHERE conrelid IN (" + TENANT_TABLES
                        + ") AND contype IN ('p', 'u', 'f', 'x') AND conkey[1] <> (SELECT attnum FROM pg_attribute"
                        + " WHERE attrelid = conrelid AND attname = 'tenant_id')"))
                .isEmpty();
    }

    @Test
    void givesTheApplicationNoMoreThanItNeeds() {
        assertThat(Rows.asSuperuser("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"))
                .isEmpty();
        assertThat(Rows.asSuperuser("SELECT relname FROM pg_class WHERE oid IN (" + TENANT_TABLES
                        + ") AND pg_get_userbyid(relowner) = 'funnel_app'"))
                .isEmpty();
        assertThat(Rows.asSuperuser(
                        "SELECT rolname FROM pg_roles WHERE rolname LIKE 'funnel%' AND (rolsuper OR rolbypassrls)"))
                .isEmpty();
        assertThat(Rows.asSuperuser("SELECT privilege_type FROM information_schema.role_table_grants"
                        + " WHERE grantee = 'funnel_app' AND table_name = 'event' ORDER BY 1"))
                .isEqualTo(List.of("DELETE", "INSERT", "SELECT"));
        assertThat(
                        Rows.asSuperuser(
                                "SELECT column_name FROM information_schema.role_column_grants"
                                        + " WHERE grantee = 'funnel_app' AND table_name = 'event' AND privilege_type = 'UPDATE' ORDER BY 1"))
                .isEqualTo(List.of("customer_id", "told_of"));
    }

    @Test
    void preparesEveryStatementFile() throws IOException, SQLException {
        try (Connection connection = PostgresForTests.connect("funnel", "funnel_app");
                Statement statement = connection.createStatement()) {
            List<Path> files = files();
            assertThat(files).hasSizeGreaterThan(12);
            for (Path file : files) {
                statement.execute("PREPARE one AS " + Files.readString(file));
                statement.execute("DEALLOCATE one");
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (var found = Files.walk(Path.of("src/main/resources/io"))) {
            return found.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }
}
