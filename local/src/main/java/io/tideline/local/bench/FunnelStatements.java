package io.tideline.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statements of the funnel benchmark, each a file. */
final class FunnelStatements {
    private FunnelStatements() {}

    static String load(String name) {
        try (InputStream file = FunnelStatements.class.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("missing " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void run(Connection connection, String name, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(connection, name, arguments)) {
            statement.execute();
        }
    }

    /** The numbers of the first row. */
    static long[] numbers(Connection connection, String name, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(connection, name, arguments);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            long[] numbers = new long[rows.getMetaData().getColumnCount()];
            for (int column = 0; column < numbers.length; column++) {
                numbers[column] = rows.getLong(column + 1);
            }
            return numbers;
        }
    }

    private static PreparedStatement prepared(Connection connection, String name, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(load(name));
        for (int at = 0; at < arguments.length; at++) {
            statement.setObject(at + 1, arguments[at]);
        }
        return statement;
    }
}
