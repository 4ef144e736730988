package io.tideline.funnel.journey;

import io.tideline.platform.graph.Dimension;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The dimensions of a block's customers: for each dimension its different values, then the number of its value for each customer in order. No value is the
 * empty text. Behind them, for the customers whose values were others before, their former values.
 */
final class Dimensions {
    /** In this order they are stored; a new one goes to the end. */
    static final List<Dimension> STORED = List.of(
            Dimension.MARKET,
            Dimension.LANGUAGE,
            Dimension.SOURCE,
            Dimension.CAMPAIGN,
            Dimension.CHANNEL_ACCOUNT,
            Dimension.TEAM,
            Dimension.AGENT);

    /** Values of a customer of whom nothing is known. */
    static final Values UNKNOWN =
            new Values(STORED.stream().map(dimension -> "").toList(), FormerValues.NONE);

    private final List<List<String>> values = new ArrayList<>();
    private final int[][] codes;
    private final Map<Integer, FormerValues> former = new HashMap<>();

    private Dimensions(int customers) {
        this.codes = new int[STORED.size()][customers];
    }

    /** Values of one customer, in the order they are stored. */
    record Values(List<String> texts, FormerValues former) {
        Values {
            texts = List.copyOf(texts);
        }

        static Values of(Row row) {
            return new Values(
                    STORED.stream()
                            .map(dimension -> row.getString(dimension.name().toLowerCase(Locale.ROOT)))
                            .map(value -> Objects.requireNonNullElse(value, ""))
                            .toList(),
                    FormerValues.of(row));
        }

        String of(Dimension dimension) {
            return texts.get(column(dimension));
        }
    }

    private static int column(Dimension dimension) {
        return switch (dimension) {
            case MARKET -> 0;
            case LANGUAGE -> 1;
            case SOURCE -> 2;
            case CAMPAIGN -> 3;
            case CHANNEL_ACCOUNT -> 4;
            case TEAM -> 5;
            case AGENT -> 6;
        };
    }

    static Dimensions read(byte[] packed, int customers) {
        Dimensions dimensions = new Dimensions(customers);
        ByteReader reader = new ByteReader(packed);
        for (int[] ofCustomers : dimensions.codes) {
            List<String> texts = new ArrayList<>();
            for (int left = reader.smallNumber(); left > 0; left--) {
                texts.add(reader.text());
            }
            for (int place = 0; place < customers; place++) {
                ofCustomers[place] = reader.smallNumber();
            }
            dimensions.values.add(texts);
        }
        int place = 0;
        while (reader.hasMore()) {
            place += reader.smallNumber();
            dimensions.former.put(place, readFormer(reader));
        }
        return dimensions;
    }

    private static FormerValues readFormer(ByteReader reader) {
        List<FormerValues.Spell> spells = new ArrayList<>();
        for (int left = reader.smallNumber(); left > 0; left--) {
            spells.add(new FormerValues.Spell(STORED.get(reader.smallNumber()), reader.signed(), reader.text()));
        }
        return new FormerValues(spells);
    }

    static byte[] write(List<Values> customers) {
        ByteWriter writer = new ByteWriter();
        for (int column = 0; column < STORED.size(); column++) {
            Map<String, Integer> numbers = new LinkedHashMap<>();
            for (Values customer : customers) {
                numbers.putIfAbsent(customer.texts().get(column), numbers.size());
            }
            writer.number(numbers.size());
            numbers.keySet().forEach(writer::text);
            for (Values customer : customers) {
                writer.number(
                        Objects.requireNonNull(numbers.get(customer.texts().get(column))));
            }
        }
        writeFormer(writer, customers);
        return writer.toBytes();
    }

    /** Of each customer that has some: how many customers further, how many spells, and the spells. */
    private static void writeFormer(ByteWriter writer, List<Values> customers) {
        int before = 0;
        for (int place = 0; place < customers.size(); place++) {
            List<FormerValues.Spell> spells = customers.get(place).former().spells();
            if (!spells.isEmpty()) {
                writer.number(place - before);
                writer.number(spells.size());
                spells.forEach(spell -> {
                    writer.number(column(spell.dimension()));
                    writer.signed(spell.end());
                    writer.text(spell.value());
                });
                before = place;
            }
        }
    }

    /** One value of the customer at a place. */
    String of(int place, Dimension dimension) {
        int column = column(dimension);
        return values.get(column).get(codes[column][place]);
    }

    Values of(int place) {
        List<String> texts = new ArrayList<>(STORED.size());
        for (int column = 0; column < STORED.size(); column++) {
            texts.add(values.get(column).get(codes[column][place]));
        }
        return new Values(texts, former(place));
    }

    /** What the customer at a place was before. */
    FormerValues former(int place) {
        return former.getOrDefault(place, FormerValues.NONE);
    }
}
