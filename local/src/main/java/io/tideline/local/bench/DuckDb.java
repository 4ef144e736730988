package io.tideline.local.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The same rows in DuckDB: what one would take instead on one machine. They are loaded before anything is measured. */
final class DuckDb implements AutoCloseable {
    private final Connection connection;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    static DuckDb with(Connection rows, int firstName) throws SQLException, IOException {
        Path file = Files.createTempFile("tideline-bench", ".csv");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                String copy = FunnelStatements.load("funnel_rows").formatted(FunnelData.TENANT, firstName);
                rows.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
            }
            DuckDb duckDb = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
            try (Statement statement = duckDb.connection.createStatement()) {
                statement.execute("CREATE TABLE moment (c uuid, t timestamp, s bigint, n integer)");
                statement.execute("COPY moment FROM '" + file + "' (FORMAT csv)");
            }
            return duckDb;
        } finally {
            Files.delete(file);
        }
    }

    long[] counts() throws SQLException {
        return FunnelStatements.numbers(connection, "funnel_duckdb");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
