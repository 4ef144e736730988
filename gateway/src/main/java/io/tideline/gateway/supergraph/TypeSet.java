package io.tideline.gateway.supergraph;

import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** An immutable set of runtime types, each named by its number in {@link Supergraph#runtimeTypes()}. */
public final class TypeSet {
    public static final TypeSet NONE = new TypeSet(new BitSet());

    private final BitSet bits;

    private TypeSet(BitSet bits) {
        this.bits = bits;
    }

    public static TypeSet of(BitSet bits) {
        return new TypeSet((BitSet) bits.clone());
    }

    public static TypeSet single(int type) {
        BitSet one = new BitSet();
        one.set(type);
        return new TypeSet(one);
    }

    public boolean has(int type) {
        return bits.get(type);
    }

    public boolean isEmpty() {
        return bits.isEmpty();
    }

    public int size() {
        return bits.cardinality();
    }

    /** The lowest number in the set, -1 when it is empty. */
    public int first() {
        return bits.nextSetBit(0);
    }

    public boolean hasAll(TypeSet other) {
        BitSet missing = (BitSet) other.bits.clone();
        missing.andNot(bits);
        return missing.isEmpty();
    }

    public boolean meets(TypeSet other) {
        return bits.intersects(other.bits);
    }

    public TypeSet and(TypeSet other) {
        BitSet both = (BitSet) bits.clone();
        both.and(other.bits);
        return new TypeSet(both);
    }

    public TypeSet or(TypeSet other) {
        BitSet either = (BitSet) bits.clone();
        either.or(other.bits);
        return new TypeSet(either);
    }

    public TypeSet minus(TypeSet other) {
        BitSet rest = (BitSet) bits.clone();
        rest.andNot(other.bits);
        return new TypeSet(rest);
    }

    public boolean all(IntPredicate test) {
        for (int type = bits.nextSetBit(0); type >= 0; type = bits.nextSetBit(type + 1)) {
            if (!test.test(type)) {
                return false;
            }
        }
        return true;
    }

    public void each(IntConsumer action) {
        bits.stream().forEach(action);
    }

    public int[] toArray() {
        return bits.stream().toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypeSet set && set.bits.equals(bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }

    @Override
    public String toString() {
        return bits.toString();
    }
}
