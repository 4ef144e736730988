package io.tideline.local.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds up lines to orders: those of one order id, or those of one customer on one local day, whose id then is
 * {@code customer@day}. The amount is the exact sum, the time the earliest. All orders are kept until the file is read, since the
 * lines of one may stand anywhere.
 */
final class OrderLines {
    private static final int ID = Kind.ORDERS.place("id");
    private static final int CUSTOMER = Kind.ORDERS.place("customer");
    private static final int AT = Kind.ORDERS.place("at");
    private static final int AMOUNT = Kind.ORDERS.place("amount");
    private static final int CURRENCY = Kind.ORDERS.place("currency");
    private static final int CAMPAIGN = Kind.ORDERS.place("campaign");
    private static final int REFUND_OF = Kind.ORDERS.place("refund_of");

    private final @Nullable ZoneId days;
    private final Map<String, Order> orders = new LinkedHashMap<>();

    private OrderLines(@Nullable ZoneId days) {
        this.days = days;
    }

    static OrderLines byId() {
        return new OrderLines(null);
    }

    static OrderLines byCustomerAndDay(ZoneId zone) {
        return new OrderLines(zone);
    }

    /** What takes a finished order. */
    @FunctionalInterface
    interface Sink {
        void order(@Nullable String[] values, SourceRow firstLine, @Nullable BadValue fault) throws IOException;
    }

    /**
     * @param isGood whether all values of the line could be read; the order of a line that could not would have a wrong sum
     * @return why the line does not fit its order, or null
     */
    @Nullable
    BadValue add(@Nullable String[] values, long line, boolean isGood) {
        String key = key(values);
        if (key == null) {
            return isGood ? BadValue.ofLine(null, "the line names no order id") : null;
        }
        Order order = orders.computeIfAbsent(key, id -> new Order(line));
        if (!isGood) {
            order.spoil(line);
            return null;
        }
        return order.add(values, line);
    }

    int size() {
        return orders.size();
    }

    void drain(Sink sink) throws IOException {
        for (Map.Entry<String, Order> entry : orders.entrySet()) {
            Order order = entry.getValue();
            BadValue fault = order.spoiltBy == 0
                    ? null
                    : new BadValue(
                            "",
                            entry.getKey(),
                            "line " + order.spoiltBy + " of this order is bad, so its sum would be wrong");
            sink.order(order.values(entry.getKey()), SourceRow.of(order.firstLine), fault);
        }
    }

    private @Nullable String key(@Nullable String[] values) {
        if (days == null) {
            return values[ID];
        }
        String at = values[AT];
        String customer = values[CUSTOMER];
        return at == null || customer == null ? null : customer + "@" + LocalDate.ofInstant(Instant.parse(at), days);
    }

    private static final class Order {
        private final long firstLine;
        private final @Nullable String[] fields =
                new String[Kind.ORDERS.targets().size()];
        private BigDecimal amount = BigDecimal.ZERO;
        private @Nullable Instant at;
        private long spoiltBy;

        Order(long firstLine) {
            this.firstLine = firstLine;
        }

        void spoil(long line) {
            spoiltBy = spoiltBy == 0 ? line : spoiltBy;
        }

        @Nullable
        BadValue add(@Nullable String[] values, long line) {
            BadValue clash = clash(CUSTOMER, values);
            clash = clash == null ? clash(CURRENCY, values) : clash;
            clash = clash == null ? clash(REFUND_OF, values) : clash;
            if (clash != null) {
                spoil(line);
                return clash;
            }
            fields[CAMPAIGN] = fields[CAMPAIGN] == null ? values[CAMPAIGN] : fields[CAMPAIGN];
            amount = amount.add(new BigDecimal(Objects.requireNonNull(values[AMOUNT])));
            Instant moment = Instant.parse(Objects.requireNonNull(values[AT]));
            at = at == null || moment.isBefore(at) ? moment : at;
            return null;
        }

        @Nullable
        String[] values(String id) {
            fields[ID] = id;
            fields[AMOUNT] = amount.toPlainString();
            fields[AT] = at == null ? null : at.toString();
            return fields;
        }

        /** A text that the order has already is kept once; another one is a fault. */
        private @Nullable BadValue clash(int place, @Nullable String[] values) {
            String known = fields[place];
            String told = values[place];
            if (known != null && told != null && !known.equals(told)) {
                String name = Kind.ORDERS.targets().get(place).name();
                return new BadValue(name, told, "an earlier line of this order has the " + name + " " + known);
            }
            fields[place] = known == null ? told : known;
            return null;
        }
    }
}
