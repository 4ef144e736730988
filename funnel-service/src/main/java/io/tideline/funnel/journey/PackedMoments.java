package io.tideline.funnel.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Moments of a block's customers, one after the other. Times count in the largest unit that all times of the block are whole numbers of: seconds,
 * milliseconds or microseconds since 2000.
 * <pre>unit · number of names · names · for each customer: number of moments, then for each: time since the one before · place of its name</pre>
 */
final class PackedMoments {
    /** PostgreSQL counts from 2000-01-01T00:00:00Z. */
    static final long EPOCH_MICROS = 946_684_800_000_000L;

    private static final long[] UNITS = {1_000_000, 1_000, 1};

    private final MomentFilter filter;
    private final ByteReader reader;
    private final long unit;
    private final int[] names;
    private final boolean[] wanted;

    /** Reads what was written; filtered, since most readers look at few names of some time. */
    PackedMoments(byte[] packed, MomentFilter filter) {
        this.filter = filter;
        this.reader = new ByteReader(packed);
        this.unit = reader.hasMore() ? reader.number() : 1;
        this.names = new int[reader.hasMore() ? reader.smallNumber() : 0];
        this.wanted = new boolean[names.length];
        for (int place = 0; place < names.length; place++) {
            names[place] = reader.smallNumber();
            wanted[place] = filter.names().has(names[place]);
        }
    }

    /** Fills the list with the next customer's moments. */
    void next(MomentList moments) {
        moments.clear();
        long time = 0;
        for (int left = reader.smallNumber(), size = left; left > 0; left--) {
            time += left == size ? reader.signed() : reader.number();
            int place = reader.smallNumber();
            long micros = time * unit + EPOCH_MICROS;
            if (wanted[place] && filter.wantsAt(micros, names[place])) {
                moments.add(micros, names[place]);
            }
        }
    }

    static byte[] write(List<MomentList> customers) {
        ByteWriter writer = new ByteWriter();
        long unit = unitOf(customers);
        Map<Integer, Integer> places = places(customers);
        writer.number(unit);
        writer.number(places.size());
        places.keySet().forEach(writer::number);
        for (MomentList moments : customers) {
            writer.number(moments.size());
            long before = 0;
            for (int at = 0; at < moments.size(); at++) {
                long time = (moments.time(at) - EPOCH_MICROS) / unit;
                if (at == 0) {
                    writer.signed(time);
                } else {
                    writer.number(time - before);
                }
                writer.number(Objects.requireNonNull(places.get(moments.name(at))));
                before = time;
            }
        }
        return writer.toBytes();
    }

    private static Map<Integer, Integer> places(List<MomentList> customers) {
        Map<Integer, Integer> places = new LinkedHashMap<>();
        for (MomentList moments : customers) {
            for (int at = 0; at < moments.size(); at++) {
                places.putIfAbsent(moments.name(at), places.size());
            }
        }
        return places;
    }

    private static long unitOf(List<MomentList> customers) {
        int unit = 0;
        for (MomentList moments : customers) {
            for (int at = 0; at < moments.size(); at++) {
                while (moments.time(at) % UNITS[unit] != 0) {
                    unit++;
                }
            }
        }
        return UNITS[unit];
    }
}
