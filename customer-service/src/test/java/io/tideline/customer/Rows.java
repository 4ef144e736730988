package io.tideline.customer;

import io.tideline.test.PostgresForTests;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into the service's database past the service. */
public final class Rows {
    private Rows() {}

    /** First column of each row, read with the application's own role for {@code tenant}; for nobody where it is empty. */
    public static List<String> asApp(String tenant, String query) {
        String setting = tenant.isEmpty() ? "SELECT 1" : "SELECT set_config('tideline.tenant', '" + tenant + "', true)";
        return read("customer_app", setting, query);
    }

    /** First column of each row, past row level security. */
    public static List<String> asSuperuser(String query) {
        return read("postgres", "SELECT 1", query);
    }

    private static List<String> read(String user, String before, String query) {
        try (Connection connection = PostgresForTests.connect("customer", user);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(before);
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
