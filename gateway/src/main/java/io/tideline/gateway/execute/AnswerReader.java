package io.tideline.gateway.execute;

import io.tideline.gateway.plan.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Reads a subgraph's data straight into the merged objects: no tree in between, leaves stay bytes. */
final class AnswerReader {
    private final JsonScanner json;
    private final ToIntFunction<String> typeNumber;
    private int lastTypeFrom;
    private int lastTypeTo;
    private int lastType;

    AnswerReader(JsonScanner json, ToIntFunction<String> typeNumber) {
        this.json = json;
        this.typeNumber = typeNumber;
    }

    /** Reads an object; the scanner stands before its brace. */
    void readObject(Reading reading, Item into) {
        json.expect('{');
        if (json.isEmpty('}')) {
            return;
        }
        int guess = 0;
        do {
            json.peek();
            byte[] likely = reading.begin(guess);
            int found = likely != null && json.skipText(likely) ? guess : readKey(reading);
            if (found < 0) {
                json.skipValue(0);
            } else {
                guess = found + 1;
                readEntry(reading.entries().get(found), into);
            }
        } while (json.next('}'));
    }

    /** Reads a key and its colon; the position of its entry, -1 where nobody asked for it. */
    private int readKey(Reading reading) {
        int from = json.at + 1;
        json.skipString();
        int found = reading.find(json.bytes, from, json.at - 1);
        json.expect(':');
        return found;
    }

    private void readEntry(Reading.Entry entry, Item into) {
        if (entry.isTypename()) {
            readTypename(into);
            return;
        }
        Reading below = entry.below();
        if (below == null) {
            into.merge(entry.slot(), readLeaf());
        } else {
            Object known = into.get(entry.slot());
            Object value = readComposite(below, known);
            if (known == null || value != Item.NULL) {
                into.set(entry.slot(), value);
            }
        }
    }

    private void readTypename(Item into) {
        if (json.peek() != '"') {
            json.skipValue(0);
            return;
        }
        int from = json.at + 1;
        json.skipString();
        int to = json.at - 1;
        if (!isLastType(from, to)) {
            lastType = typeNumber.applyAsInt(new String(json.bytes, from, to - from, StandardCharsets.UTF_8));
            lastTypeFrom = from;
            lastTypeTo = to;
        }
        into.become(lastType);
    }

    private boolean isLastType(int from, int to) {
        if (lastTypeTo == 0 || to - from != lastTypeTo - lastTypeFrom) {
            return false;
        }
        for (int index = from; index < to; index++) {
            if (json.bytes[index] != json.bytes[lastTypeFrom + index - from]) {
                return false;
            }
        }
        return true;
    }

    private Object readLeaf() {
        if (json.peek() == 'n') {
            json.skipWord("null");
            return Item.NULL;
        }
        int from = json.at;
        json.skipValue(0);
        return new Raw(json.bytes, from, json.at);
    }

    private Object readComposite(Reading reading, @Nullable Object known) {
        switch (json.peek()) {
            case 'n' -> {
                json.skipWord("null");
                return Item.NULL;
            }
            case '{' -> {
                Item item = known instanceof Item mine ? mine : new Item(reading.shape(), reading.runtimeType());
                readObject(reading, item);
                return item;
            }
            case '[' -> {
                return readList(reading, known instanceof List<?> mine ? mine : List.of());
            }
            default -> throw new MalformedAnswer("an object is missing at byte " + json.at);
        }
    }

    private List<Object> readList(Reading reading, List<?> known) {
        List<Object> list = new ArrayList<>(known);
        json.expect('[');
        if (json.isEmpty(']')) {
            return list;
        }
        int index = 0;
        do {
            Object mine = index < known.size() ? known.get(index) : null;
            Object value = readComposite(reading, mine);
            if (index >= list.size()) {
                list.add(value);
            } else if (value != Item.NULL) {
                list.set(index, value);
            }
            index++;
        } while (json.next(']'));
        return list;
    }
}
