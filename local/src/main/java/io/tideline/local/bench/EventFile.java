package io.tideline.local.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Invented events, once as a file of others and once as rows of a table, the same in both. */
final class EventFile {
    private static final int CUSTOMERS = 5_000;
    private static final String[] NAMES = {
        "visit", "search", "product viewed", "cart", "checkout", "paid", "support", "left"
    };
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final long SECONDS = 365L * 24 * 3600;

    private EventFile() {}

    /**
     * @param run makes the ids of this run new
     * @param csv {@code id,customer,name,at,page,amount}
     * @param copy the columns {@code tenant_id, event_id, customer_id, name, occurred_at, properties} in PostgreSQL's text format
     */
    static void write(String run, int rows, Path csv, Path copy) throws IOException {
        Random random = new Random(20_260_301);
        try (BufferedWriter file = Files.newBufferedWriter(csv);
                BufferedWriter table = Files.newBufferedWriter(copy)) {
            file.write("id,customer,name,at,page,amount\n");
            for (int row = 0; row < rows; row++) {
                String id = run + "-" + row;
                String customer = "bench-" + random.nextInt(CUSTOMERS);
                String name = NAMES[random.nextInt(NAMES.length)];
                Instant at = FIRST.plusSeconds(SECONDS * row / rows).plusMillis(random.nextInt(1000));
                int page = random.nextInt(200);
                String amount = random.nextInt(200) + "." + (10 + random.nextInt(90));
                file.write(id + "," + customer + "," + name + "," + at + ",/page/" + page + "," + amount + "\n");
                table.write("globex\t" + uuid(id) + "\t" + uuid(customer) + "\t" + name + "\t" + at
                        + "\t{\"page\": \"/page/" + page + "\", \"amount\": \"" + amount + "\"}\n");
            }
        }
    }

    private static UUID uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
