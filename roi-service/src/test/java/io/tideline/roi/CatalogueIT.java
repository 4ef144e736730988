package io.tideline.roi;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules of the schema, asked of the database's own catalogue. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class CatalogueIT {
    private static final String TENANT_TABLES =
            "(SELECT attrelid FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' WHERE attname = 'tenant_id')";

    @Test
    void wallsOffEveryTableButTheCursorAndTheMigrations() {
        assertThat(ask(
                        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
                                + " AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY 1"))
                .containsExactly("feed_cursor", "flyway_schema_history");
        assertThat(ask("SELECT t.attrelid::regclass FROM " + TENANT_TABLES
                        + " t WHERE NOT EXISTS (SELECT FROM pg_policy p"
                        + " WHERE p.polrelid = t.attrelid AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL)"))
                .isEmpty();
    }

    @Test
    void beginsEveryKeyWithTheTenant() {
        assertThat(ask(
                        "SELECT conname FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]"
                                + " WHERE contype IN ('p', 'u', 'f') AND conrelid IN " + TENANT_TABLES
                                + " AND attname <> 'tenant_id'"))
                .isEmpty();
        assertThat(ask("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")).isEmpty();
    }

    @Test
    void givesTheApplicationNoMoreThanItNeeds() {
        assertThat(
                        ask(
                                "SELECT table_name || ' ' || privilege_type FROM information_schema.role_table_grants WHERE grantee = 'roi_app'"
                                        + " AND table_name IN ('customer_order', 'cost_line', 'ad_spend') AND privilege_type NOT IN ('SELECT', 'INSERT')"))
                .isEmpty();
        assertThat(ask("SELECT rolname FROM pg_roles WHERE rolname = 'roi_app' AND (rolsuper OR rolbypassrls)"))
                .isEmpty();
        assertThat(ask("SELECT tablename FROM pg_tables WHERE tableowner = 'roi_app'"))
                .isEmpty();
    }

    @Test
    void understandsEveryStatementFile() throws IOException, SQLException {
        List<Path> files;
        try (var found = Files.walk(Path.of("src/main/resources/io"))) {
            files = found.filter(file -> file.toString().endsWith(".sql")).toList();
        }
        assertThat(files).hasSizeGreaterThan(20);
        try (Connection connection = PostgresForTests.connect("roi", "roi_app");
                Statement statement = connection.createStatement()) {
            for (Path file : files) {
                statement.execute("PREPARE tried AS " + Files.readString(file));
                statement.execute("DEALLOCATE tried");
            }
        }
    }

    private static List<String> ask(String sql) {
        try (Connection connection = PostgresForTests.connect("roi", "postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
