package io.tideline.local.bench.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Invented readers, books and what readers noted of them, the same in each run; all of them know each other. */
final class Library {
    private static final int READERS = 7;
    private static final int BOOKS = 9;
    private static final int ON_SHELF = 5;
    private static final int NOTES = 14;
    private static final int SHORTEST = 120;
    private static final int SPREAD = 545;
    private static final String[] WORDS = {
        "river", "lantern", "quiet", "again", "harbour", "the", "seventh", "letter", "of", "winter", "and", "copper"
    };

    private final Random random = new Random(20_260_302);
    private final List<Map<String, Object>> readers = new ArrayList<>();
    private final List<Map<String, Object>> books = new ArrayList<>();

    Library() {
        for (int reader = 0; reader < READERS; reader++) {
            readers.add(thing("id", "r" + reader, Map.of("name", text(12), "city", text(9))));
        }
        for (int book = 0; book < BOOKS; book++) {
            Map<String, Object> facts = Map.of(
                    "title",
                    text(24),
                    "price",
                    5 + random.nextInt(90),
                    "pages",
                    40 + random.nextInt(900),
                    "available",
                    random.nextBoolean());
            books.add(thing("isbn", "978-" + (1000 + book), facts));
        }
        for (int note = 0; note < NOTES; note++) {
            write(note, readers.get(note % READERS), books.get(note % ON_SHELF));
        }
    }

    private static Map<String, Object> thing(String key, String id, Map<String, Object> facts) {
        Map<String, Object> thing = new HashMap<>(facts);
        thing.put(key, id);
        thing.put("notes", new ArrayList<>());
        return thing;
    }

    private void write(int number, Map<String, Object> writer, Map<String, Object> book) {
        Map<String, Object> note = new HashMap<>();
        note.put("id", "n" + number);
        note.put("text", text(SHORTEST + random.nextInt(SPREAD)));
        note.put("writer", writer);
        note.put("book", book);
        notesOf(writer).add(note);
        notesOf(book).add(note);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> notesOf(Map<String, Object> thing) {
        return (List<Object>) thing.getOrDefault("notes", new ArrayList<>());
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return text.substring(0, length);
    }

    List<Map<String, Object>> readers() {
        return readers;
    }

    List<Map<String, Object>> shelf() {
        return books.subList(0, ON_SHELF);
    }

    /** What is known of an entity; {@code postage} follows from the price and the pages that the gateway sends along. */
    Map<String, Object> entity(Map<String, Object> representation) {
        boolean isBook = representation.containsKey("isbn");
        String key = isBook ? "isbn" : "id";
        Map<String, Object> entity = new HashMap<>((isBook ? books : readers)
                .stream()
                        .filter(one -> Objects.equals(representation.get(key), one.get(key)))
                        .findFirst()
                        .orElseThrow());
        entity.put("__typename", isBook ? "Book" : "Person");
        if (representation.get("price") instanceof Number price
                && representation.get("pages") instanceof Number pages) {
            entity.put("postage", postage(price.intValue(), pages.intValue()));
        }
        return entity;
    }

    static int postage(int price, int pages) {
        return price > 50 ? 0 : 2 + pages / 100;
    }
}
