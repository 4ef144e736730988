package io.tideline.funnel;

import io.tideline.test.PostgresForTests;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** First columns of what the database itself answers, past the service. */
public final class Rows {
    private static final String DATABASE = "funnel";

    private Rows() {}

    public static List<String> asSuperuser(String sql) {
        return read("postgres", "", sql);
    }

    /** As the application's role, having said it works for a tenant; nothing of the service's own checks is in between. */
    public static List<String> asApp(String tenant, String sql) {
        return read("funnel_app", tenant, sql);
    }

    private static List<String> read(String role, String tenant, String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = PostgresForTests.connect(DATABASE, role);
                PreparedStatement set = connection.prepareStatement("SELECT set_config('tideline.tenant', ?, false)");
                PreparedStatement asked = connection.prepareStatement(sql)) {
            set.setString(1, tenant);
            set.execute();
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
        return values;
    }
}
