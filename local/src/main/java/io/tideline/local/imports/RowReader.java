package io.tideline.local.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the text of a row into the values of the door's fields, in the order of the kind's targets. */
final class RowReader {
    /** How statistics programs write a number or time that is not there. */
    private static final Set<String> NO_NUMBER = Set.of("NA", "N/A", "NULL", "null", "NaN", "nan", "\\N", "-");

    private final Mapping mapping;
    private final Moments moments;
    private final Decimals decimals;
    private final Set<String> nulls;
    private final Target[] targets;
    private final @Nullable Source[] sources;
    private final @Nullable String[] constants;

    RowReader(Mapping mapping, Moments moments, Decimals decimals, Set<String> nulls) {
        this.mapping = mapping;
        this.moments = moments;
        this.decimals = decimals;
        this.nulls = nulls;
        this.targets = mapping.kind().targets().toArray(Target[]::new);
        this.sources = mapping.sources().toArray(new Source[0]);
        this.constants = new String[targets.length];
        for (int at = 0; at < targets.length; at++) {
            constants[at] = constant(targets[at], sources[at]);
        }
    }

    static RowReader of(ImportOptions options, Mapping mapping, Moments moments, List<SourceRow> sample) {
        return new RowReader(mapping, moments, decimals(options, mapping, sample), options.nulls());
    }

    boolean isDecimalComma() {
        return decimals.isComma();
    }

    /**
     * Fills in the values of a row.
     *
     * @param into one place a target; null where the row has no value, or one that cannot be read
     * @return the first fault of the row, or null
     */
    @Nullable
    BadValue read(SourceRow row, @Nullable String[] into) {
        BadValue fault = null;
        for (int at = 0; at < targets.length; at++) {
            into[at] = constants[at];
            Source source = sources[at];
            if (source == null || constants[at] != null) {
                continue;
            }
            BadValue found = readOne(row, at, source, into);
            fault = fault == null ? found : fault;
        }
        return fault;
    }

    private @Nullable BadValue readOne(SourceRow row, int at, Source source, @Nullable String[] into) {
        Target target = targets[at];
        String text = source.columns().size() == 1
                ? text(row, source.columns().get(0), target.type())
                : product(row, source.columns());
        if (text == null) {
            return target.required()
                    ? new BadValue(source.shown(mapping.columns()), "", "the field " + target.name() + " is needed")
                    : null;
        }
        try {
            into[at] = converted(target.type(), text);
            return null;
        } catch (DateTimeException | NumberFormatException e) {
            return new BadValue(source.shown(mapping.columns()), text, reason(e));
        }
    }

    private @Nullable String text(SourceRow row, int column, ValueType type) {
        String given = row.value(column);
        if (given == null) {
            return null;
        }
        String text = given.strip();
        boolean isNothing = text.isEmpty()
                || (!nulls.isEmpty() && nulls.contains(text))
                || (type != ValueType.TEXT && NO_NUMBER.contains(text));
        return isNothing ? null : text;
    }

    /** Product of the columns as a plain number; the first text that is none, so that it is reported; null where one is absent. */
    private @Nullable String product(SourceRow row, List<Integer> columns) {
        BigDecimal product = BigDecimal.ONE;
        for (int column : columns) {
            String text = text(row, column, ValueType.DECIMAL);
            if (text == null) {
                return null;
            }
            try {
                product = product.multiply(new BigDecimal(decimals.number(text)));
            } catch (NumberFormatException e) {
                return text;
            }
        }
        String plain = product.toPlainString();
        return decimals.isComma() ? plain.replace('.', ',') : plain;
    }

    private String converted(ValueType type, String text) {
        return switch (type) {
            case TEXT -> text;
            case MOMENT -> moments.instant(text).toString();
            case DAY -> moments.day(text).toString();
            case DECIMAL -> decimals.number(text);
            case INTEGER -> whole(decimals.number(text));
        };
    }

    private static String whole(String number) {
        try {
            return Long.toString(new BigDecimal(number).longValueExact());
        } catch (ArithmeticException e) {
            throw new NumberFormatException("is no whole number");
        }
    }

    private @Nullable String constant(Target target, @Nullable Source source) {
        String text = source == null ? null : source.constant();
        if (text == null) {
            return null;
        }
        try {
            return converted(target.type(), text.strip());
        } catch (DateTimeException | NumberFormatException e) {
            throw new UsageException("--set " + target.name() + "=" + text + ": the value " + reason(e));
        }
    }

    private static String reason(RuntimeException fault) {
        String message = String.valueOf(fault.getMessage());
        return message.startsWith("is ") ? message : "is not in the calendar: " + message;
    }

    private static Decimals decimals(ImportOptions options, Mapping mapping, List<SourceRow> sample) {
        if (options.decimal() != null) {
            return options.decimal().equals("comma") ? Decimals.withComma() : Decimals.withPoint();
        }
        List<String> texts = mapping.numberColumns().stream()
                .flatMap(column -> sample.stream().map(row -> row.value(column) == null ? "" : row.value(column)))
                .toList();
        return Decimals.seenIn(texts);
    }
}
