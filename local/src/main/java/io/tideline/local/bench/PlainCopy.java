package io.tideline.local.bench;

import io.tideline.local.platform.Platform;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** How fast the same server takes the same rows by COPY into a table of the same columns and key, with nothing else to do. */
final class PlainCopy {
    private static final String SUPERUSER = "postgres";
    private static final String SCRATCH = "bench_copy";
    private static final int BUFFER = 256 * 1024;

    private static final String TABLE =
            """
            CREATE TABLE event (
                tenant_id text NOT NULL,
                event_id uuid NOT NULL,
                customer_id uuid NOT NULL,
                name text NOT NULL,
                occurred_at timestamptz NOT NULL,
                properties jsonb,
                PRIMARY KEY (tenant_id, event_id)
            )
            """;

    private PlainCopy() {}

    /** Seconds that the COPY took; the scratch database is gone afterwards. */
    static double seconds(Platform platform, Path rows) throws SQLException, IOException {
        run(platform, "postgres", "DROP DATABASE IF EXISTS " + SCRATCH, "CREATE DATABASE " + SCRATCH, "CHECKPOINT");
        try {
            return copy(platform, rows);
        } finally {
            run(platform, "postgres", "DROP DATABASE " + SCRATCH);
        }
    }

    private static double copy(Platform platform, Path rows) throws SQLException, IOException {
        run(platform, SCRATCH, TABLE);
        try (Connection connection = platform.connect(SCRATCH, SUPERUSER);
                InputStream in = new BufferedInputStream(Files.newInputStream(rows), BUFFER)) {
            long started = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY event FROM STDIN", in, BUFFER);
            return (System.nanoTime() - started) / 1e9;
        }
    }

    private static void run(Platform platform, String database, String... statements) throws SQLException {
        try (Connection connection = platform.connect(database, SUPERUSER);
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }
}
