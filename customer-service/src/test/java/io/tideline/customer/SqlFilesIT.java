package io.tideline.customer;

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
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every statement file is understood by the migrated schema, with the rights of the application alone. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class SqlFilesIT {
    @Test
    void preparesEveryStatement() throws Exception {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(20);
        try (Connection connection = PostgresForTests.connect("customer", "customer_app");
                Statement statement = connection.createStatement()) {
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
