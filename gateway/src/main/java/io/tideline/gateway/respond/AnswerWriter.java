package io.tideline.gateway.respond;

import io.tideline.gateway.execute.Bytes;
import io.tideline.gateway.execute.ExecutionProblem;
import io.tideline.gateway.execute.Item;
import io.tideline.gateway.execute.Raw;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes merged objects as the client asked for them. A null where the schema allows none takes its parent with it: what
 * was written of the parent is cut back.
 */
public final class AnswerWriter {
    private final Bytes out;
    private final List<ExecutionProblem> problems;
    private final ResponsePath path = new ResponsePath();

    public AnswerWriter(Bytes out, List<ExecutionProblem> problems) {
        this.out = out;
        this.problems = problems;
    }

    /** Writes the value of {@code data}: the fields of the root, after those that are already encoded. */
    public void writeData(Projection projection, Item root, Map<String, byte[]> encoded) {
        int start = out.size();
        out.write('{');
        boolean first = true;
        for (Map.Entry<String, byte[]> field : encoded.entrySet()) {
            out.write((first ? "\"" : ",\"") + field.getKey() + "\":");
            out.write(field.getValue());
            first = false;
        }
        if (!writeFields(projection.fieldsOf(-1), root, first)) {
            out.cutTo(start);
            out.writeNull();
            return;
        }
        out.write('}');
    }

    private boolean writeFields(Projection.Fields fields, Item item, boolean isFirst) {
        List<Projection.Field> list = fields.fields();
        for (int index = 0; index < list.size(); index++) {
            Projection.Field field = list.get(index);
            byte[] key = field.key();
            out.write(key, index == 0 && isFirst ? 1 : 0, key.length);
            if (!writeField(fields, field, item)) {
                return false;
            }
        }
        return true;
    }

    private boolean writeField(Projection.Fields fields, Projection.Field field, Item item) {
        if (field.slot() < 0) {
            return writeName(fields, field);
        }
        Object value = item.get(field.slot());
        if (value instanceof Raw raw && field.isPlain()) {
            out.write(raw);
            return true;
        }
        path.enter(field.name());
        boolean written = writeValue(field, field.wrapping(), value);
        path.leave();
        return written;
    }

    private boolean writeName(Projection.Fields fields, Projection.Field field) {
        byte[] name = fields.typeName();
        if (name == null) {
            path.enter(field.name());
            boolean written = refuse();
            path.leave();
            return written;
        }
        out.write(name);
        return true;
    }

    private boolean writeValue(Projection.Field field, Wrapping wrapping, @Nullable Object value) {
        int start = out.size();
        boolean written;
        if (value instanceof Raw raw) {
            written = writeLeaf(field, wrapping, raw);
        } else if (value instanceof Item item && field.below() != null && wrapping.item() == null) {
            written = writeItem(field.below(), item);
        } else if (value instanceof List<?> list && wrapping.item() != null) {
            written = writeList(field, wrapping.item(), list);
        } else {
            written = false;
        }
        if (written) {
            return true;
        }
        if (wrapping.nonNull()) {
            return isToldOf(value) ? false : refuse();
        }
        out.cutTo(start);
        out.writeNull();
        return true;
    }

    private boolean writeItem(Projection projection, Item item) {
        Projection.Fields fields = projection.fieldsOf(item.type());
        if (!fields.visible()) {
            return false;
        }
        out.write('{');
        if (!writeFields(fields, item, true)) {
            return false;
        }
        out.write('}');
        return true;
    }

    private boolean writeList(Projection.Field field, Wrapping item, List<?> list) {
        out.write('[');
        for (int index = 0; index < list.size(); index++) {
            if (index > 0) {
                out.write(',');
            }
            path.enter(index);
            boolean written = writeValue(field, item, list.get(index));
            path.leave();
            if (!written) {
                return false;
            }
        }
        out.write(']');
        return true;
    }

    private boolean writeLeaf(Projection.Field field, Wrapping wrapping, Raw raw) {
        Set<String> shown = field.shownValues();
        if (shown == null && !wrapping.forbidsNullItems()) {
            out.write(raw);
            return true;
        }
        return new LeafWriter(out, shown).write(wrapping, raw);
    }

    /** A root field that nobody brought is missing with its whole call, of which there is an error. */
    private boolean isToldOf(@Nullable Object value) {
        return value == null && path.toList().size() == 1 && !problems.isEmpty();
    }

    /** Adds an error for a null that may not be, unless an error already says why. */
    private boolean refuse() {
        List<Object> here = path.toList();
        for (ExecutionProblem problem : problems) {
            if (isAbout(here, problem.path())) {
                return false;
            }
        }
        String message = "Cannot return null for a field that is not nullable";
        problems.add(new ExecutionProblem("INTERNAL_SERVER_ERROR", message, here, Map.of()));
        return false;
    }

    private static boolean isAbout(List<Object> here, List<Object> other) {
        List<Object> mine = here.stream().filter(String.class::isInstance).toList();
        List<Object> theirs = other.stream().filter(String.class::isInstance).toList();
        int common = Math.min(mine.size(), theirs.size());
        return mine.subList(0, common).equals(theirs.subList(0, common));
    }
}
