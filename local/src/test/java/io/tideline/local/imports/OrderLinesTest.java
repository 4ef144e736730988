package io.tideline.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderLinesTest {
    private final List<String> orders = new ArrayList<>();

    @Test
    void addsUpTheLinesOfAnIdExactly() throws IOException {
        OrderLines lines = OrderLines.byId();

        lines.add(line("1", "c", "2026-01-02T00:00:00Z", "0.1", null), 2, true);
        lines.add(line("2", "d", "2026-01-01T00:00:00Z", "5", "spring"), 3, true);
        lines.add(line("1", "c", "2026-01-01T12:00:00Z", "0.2", "spring"), 4, true);
        lines.drain(this::take);

        assertThat(orders)
                .containsExactly(
                        "2 [1, c, 2026-01-01T12:00:00Z, 0.3, EUR, spring, null] null",
                        "3 [2, d, 2026-01-01T00:00:00Z, 5, EUR, spring, null] null");
    }

    @Test
    void addsUpTheLinesOfACustomerAndLocalDay() throws IOException {
        OrderLines lines = OrderLines.byCustomerAndDay(ZoneId.of("Europe/Berlin"));

        lines.add(line(null, "c", "2026-01-01T22:59:59Z", "1", null), 2, true);
        lines.add(line(null, "c", "2026-01-01T23:00:00Z", "2", null), 3, true);
        lines.add(line("9", "c", "2026-01-02T22:59:59Z", "-3", null), 4, true);
        lines.add(line(null, "d", "2026-01-02T22:59:59Z", "4", null), 5, true);
        lines.drain(this::take);

        assertThat(orders)
                .containsExactly(
                        "2 [c@2026-01-01, c, 2026-01-01T22:59:59Z, 1, EUR, null, null] null",
                        "3 [c@2026-01-02, c, 2026-01-01T23:00:00Z, -1, EUR, null, null] null",
                        "5 [d@2026-01-02, d, 2026-01-02T22:59:59Z, 4, EUR, null, null] null");
    }

    @Test
    void refusesAnOrderOfTwoCustomers() throws IOException {
        OrderLines lines = OrderLines.byId();

        lines.add(line("1", "c", "2026-01-01T00:00:00Z", "1", null), 2, true);
        BadValue fault = lines.add(line("1", "d", "2026-01-01T00:00:00Z", "1", null), 3, true);
        lines.drain(this::take);

        assertThat(fault).isEqualTo(new BadValue("customer", "d", "an earlier line of this order has the customer c"));
        assertThat(orders)
                .singleElement()
                .asString()
                .endsWith("line 3 of this order is bad, so its sum would be wrong");
    }

    @Test
    void refusesAnOrderWithALineThatCannotBeRead() throws IOException {
        OrderLines lines = OrderLines.byId();

        lines.add(line("1", "c", "2026-01-01T00:00:00Z", null, null), 2, false);
        lines.add(line("1", "c", "2026-01-01T00:00:00Z", "5", null), 3, true);
        BadValue nameless = lines.add(line(null, "c", "2026-01-01T00:00:00Z", "5", null), 4, true);
        lines.drain(this::take);

        assertThat(nameless).isEqualTo(BadValue.ofLine(null, "the line names no order id"));
        assertThat(lines.size()).isEqualTo(1);
        assertThat(orders)
                .singleElement()
                .asString()
                .endsWith("line 2 of this order is bad, so its sum would be wrong");
    }

    private void take(@Nullable String[] values, SourceRow firstLine, @Nullable BadValue fault) {
        orders.add(firstLine.line() + " " + Arrays.toString(values) + " " + (fault == null ? null : fault.reason()));
    }

    private static @Nullable String[] line(
            @Nullable String id,
            @Nullable String customer,
            String at,
            @Nullable String amount,
            @Nullable String campaign) {
        return new @Nullable String[] {id, customer, at, amount, "EUR", campaign, null};
    }
}
