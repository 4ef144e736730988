package io.tideline.local.imports;

import java.util.stream.Collectors;

/** The text of {@code ./tideline import --help}. */
final class Usage {
    private static final String TEXT =
            """
            usage: ./tideline import KIND FILE [--map TARGET=COLUMN,...] [--set TARGET=VALUE,...] [OPTION...]

            KIND and its targets (* is needed):
            KINDS
            Columns
              --map TARGET=COLUMN,...   which column fills which target; a target without one takes the column of its own name.
                                        COLUMN is a name, #3 for the third, name#2 for a name that comes again, or a product of
                                        columns for an amount: amount=Quantity*UnitPrice. TARGET= leaves a target out.
                                        Events take any further target as a property.
              --set TARGET=VALUE,...    the same value for every row
              --properties '*'          events: every other column is a property too
              --where COLUMN=TEXT,...   take only rows with this text
              --null TEXT,...           texts that mean no value; numbers and times take NA, NULL and the like so anyway

            Reading
              --format csv|ndjson       seen from the file otherwise; gzip is seen too
              --encoding NAME,...       usually ENCODINGS: bytes that mean nothing in the first are read in the next
              --separator CHARACTER     or comma, semicolon, tab, pipe; seen from the first line otherwise
              --no-header               columns are #1, #2, ...
              --decimal point|comma     seen from the first rows otherwise
              --date-format FORMAT      such as DD/MM/YYYY, 'MM/DD/YYYY HH:mm', epoch-seconds, epoch-millis. Without it: ISO 8601,
                                        YYYYMMDD, DD.MM.YYYY, seconds (10 digits) or milliseconds (13 digits) since 1970
              --time-zone ZONE          of times without an offset; the organisation's otherwise
              --order-by id             lines of one order id are one order (the default where an id is mapped)
              --order-by customer,day   lines of one customer and day are one order, named customer@day
              --order-by none           every line is an order

            Running
              --tenant NAME             acme otherwise
              --dry-run                 read and check everything, write nothing
              --keep-going              go on with a file of which more than 10 % of the rows are bad
              --rejected PATH           where bad rows go; FILE.rejected.csv otherwise
              --no-wait                 do not wait until all services have applied the facts

            Bad rows are left out with their line, column, value and reason; the others are in. An order with a bad line is left
            out whole. A row without an id gets one from its content, so running the same import again changes nothing.
            Exit code: 0 all rows are in, 1 some were rejected, 2 wrong usage (nothing written), 3 stopped.
            """;

    private Usage() {}

    static String text() {
        StringBuilder kinds = new StringBuilder();
        for (Kind kind : Kind.values()) {
            kinds.append(String.format("  %-17s", kind.label()))
                    .append(kind.targets().stream()
                            .map(target -> target.name() + (target.required() ? "*" : ""))
                            .collect(Collectors.joining(" ")))
                    .append(kind.takesProperties() ? " and any property" : "")
                    .append('\n');
        }
        return TEXT.replace("KINDS\n", kinds).replace("ENCODINGS", Encodings.USUAL);
    }
}
