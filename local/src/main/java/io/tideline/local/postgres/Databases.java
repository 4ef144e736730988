package io.tideline.local.postgres;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database for each service with the two roles that share it: {@code <service>_owner} migrates and owns the tables,
 * {@code <service>_app} runs the service and can neither own nor see past row level security.
 */
final class Databases {
    /** Each of these reads names and passwords as parameters and answers the statement to run, or none when nothing lacks. */
    private static final String ROLE = load("role.sql");

    private static final String DATABASE = load("database.sql");
    private static final String ACCESS = load("access.sql");

    private final Platform platform;

    Databases(Platform platform) {
        this.platform = platform;
    }

    /** Makes what is missing; run at every start. */
    void make() {
        try (Connection connection = platform.connect("postgres", "postgres")) {
            for (Part service : Part.services()) {
                String name = service.key();
                String owner = name + "_owner";
                String app = name + "_app";
                run(connection, ROLE, owner, platform.secrets().databasePassword(owner));
                run(connection, ROLE, app, platform.secrets().databasePassword(app));
                run(connection, DATABASE, name, owner);
                run(connection, ACCESS, name, app);
            }
        } catch (SQLException e) {
            throw new LocalException("cannot make the databases of the services: " + e.getMessage(), e);
        }
    }

    private static void run(Connection connection, String written, String first, String second) throws SQLException {
        try (PreparedStatement writer = connection.prepareStatement(written)) {
            writer.setString(1, first);
            writer.setString(2, second);
            try (ResultSet statements = writer.executeQuery();
                    Statement statement = connection.createStatement()) {
                while (statements.next()) {
                    statement.execute(statements.getString(1));
                }
            }
        }
    }

    private static String load(String name) {
        try (InputStream file = Databases.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("missing " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
