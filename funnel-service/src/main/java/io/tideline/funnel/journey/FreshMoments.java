package io.tideline.funnel.journey;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.UUID;

/** Moments that are not packed yet, of which there may be hundreds of thousands: as they were noted, 36 bytes each, and their order. */
final class FreshMoments extends AbstractList<FreshMoment> implements RandomAccess {
    private static final int WIDTH = 36;
    private static final int TIME = 16;
    private static final int SEQ = 24;
    private static final int NAME = 32;
    /** A note holds the moments of one batch; a place is a note's number and a place in it. */
    private static final int PLACE_BITS = 40;

    private final List<ByteBuffer> notes = new ArrayList<>();
    private long[] places = new long[0];
    private int size;

    /** Adds a note's moments, but those of customers before one. */
    void add(byte[] note, UUID from) {
        ByteBuffer content = ByteBuffer.wrap(note);
        int length = note.length / WIDTH;
        if (places.length < size + length) {
            places = Arrays.copyOf(places, Math.max(size + length, places.length + places.length / 2));
        }
        for (int at = 0; at < length; at++) {
            if (CustomerIds.ORDER.compare(customer(content, at * WIDTH), from) >= 0) {
                places[size++] = (long) notes.size() << PLACE_BITS | (long) at * WIDTH;
            }
        }
        notes.add(content);
    }

    /** Puts all into the order of customer, time and seq; quickly, since each note is in this order. */
    void sort() {
        long[] from = places;
        long[] to = new long[size];
        for (int width = 1; width < size; width *= 2) {
            for (int low = 0; low < size; low += 2 * width) {
                merge(from, to, low, Math.min(low + width, size), Math.min(low + 2 * width, size));
            }
            long[] merged = to;
            to = from;
            from = merged;
        }
        places = from;
    }

    private void merge(long[] from, long[] to, int low, int middle, int high) {
        if (middle >= high || compare(from[middle - 1], from[middle]) <= 0) {
            System.arraycopy(from, low, to, low, high - low);
            return;
        }
        int left = low;
        int right = middle;
        for (int at = low; at < high; at++) {
            boolean takesLeft = left < middle && (right == high || compare(from[left], from[right]) <= 0);
            to[at] = takesLeft ? from[left++] : from[right++];
        }
    }

    private int compare(long one, long other) {
        ByteBuffer note = note(one);
        ByteBuffer otherNote = note(other);
        int at = offset(one);
        int otherAt = offset(other);
        for (int word = 0; word < TIME; word += Long.BYTES) {
            int byId = Long.compareUnsigned(note.getLong(at + word), otherNote.getLong(otherAt + word));
            if (byId != 0) {
                return byId;
            }
        }
        int byTime = Long.compare(note.getLong(at + TIME), otherNote.getLong(otherAt + TIME));
        return byTime != 0 ? byTime : Long.compare(note.getLong(at + SEQ), otherNote.getLong(otherAt + SEQ));
    }

    /** The place of the first moment of a customer or of those behind. */
    int placeOf(UUID customer) {
        int low = 0;
        for (int high = size; low < high; ) {
            int middle = (low + high) >>> 1;
            if (CustomerIds.ORDER.compare(customer(note(places[middle]), offset(places[middle])), customer) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public FreshMoment get(int index) {
        ByteBuffer note = note(places[index]);
        int at = offset(places[index]);
        return new FreshMoment(
                customer(note, at),
                note.getLong(at + TIME) + PackedMoments.EPOCH_MICROS,
                note.getLong(at + SEQ),
                note.getInt(at + NAME));
    }

    @Override
    public int size() {
        return size;
    }

    private ByteBuffer note(long place) {
        return notes.get((int) (place >>> PLACE_BITS));
    }

    private static int offset(long place) {
        return (int) (place & (1L << PLACE_BITS) - 1);
    }

    private static UUID customer(ByteBuffer note, int at) {
        return new UUID(note.getLong(at), note.getLong(at + Long.BYTES));
    }
}
