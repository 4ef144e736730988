package io.tideline.gateway.respond;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.gateway.execute.Bytes;
import io.tideline.gateway.execute.Raw;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes leaves that must be looked into: lists that may hold no null, and enums with values the caller may not see. */
record LeafWriter(Bytes out, @Nullable Set<String> shownValues) {
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean write(Wrapping wrapping, Raw raw) {
        Set<String> shown = shownValues;
        if (wrapping.item() == null) {
            if (shown != null && !shown.contains(raw.text())) {
                return false;
            }
            out.write(raw);
            return true;
        }
        if (shown == null && !raw.text().contains("null")) {
            out.write(raw);
            return true;
        }
        try {
            return write(wrapping, JSON.readTree(raw.bytes(), raw.from(), raw.to() - raw.from()));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private boolean write(Wrapping wrapping, JsonNode node) {
        int start = out.size();
        if (isWritten(wrapping, node)) {
            return true;
        }
        out.cutTo(start);
        if (wrapping.nonNull()) {
            return false;
        }
        out.writeNull();
        return true;
    }

    private boolean isWritten(Wrapping wrapping, JsonNode node) {
        Wrapping item = wrapping.item();
        Set<String> shown = shownValues;
        if (item == null) {
            String text = node.toString();
            if (node.isNull() || (shown != null && !shown.contains(text))) {
                return false;
            }
            out.write(text);
            return true;
        }
        if (!node.isArray()) {
            return false;
        }
        out.write('[');
        for (int index = 0; index < node.size(); index++) {
            if (index > 0) {
                out.write(',');
            }
            if (!write(item, node.get(index))) {
                return false;
            }
        }
        out.write(']');
        return true;
    }
}
