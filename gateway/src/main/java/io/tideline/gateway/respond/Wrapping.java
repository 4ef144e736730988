package io.tideline.gateway.respond;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import org.jspecify.annotations.Nullable;

/** The lists and non-nulls around a named type, outermost first; {@code item} is null for the named type itself. */
record Wrapping(boolean nonNull, @Nullable Wrapping item) {

    static Wrapping of(Type<?> type) {
        if (type instanceof NonNullType required) {
            Wrapping inner = of((Type<?>) required.getType());
            return new Wrapping(true, inner.item);
        }
        if (type instanceof ListType list) {
            return new Wrapping(false, of((Type<?>) list.getType()));
        }
        return new Wrapping(false, null);
    }

    /** Whether a null inside a list must be looked for. */
    boolean forbidsNullItems() {
        return item != null && (item.nonNull || item.forbidsNullItems());
    }
}
