package io.tideline.gateway.access;

import graphql.language.Type;
import graphql.language.TypeName;
import java.util.List;

/** Names in type references as SDL has them. */
final class TypeNames {
    private TypeNames() {}

    /** The name inside all lists and non-nulls. */
    static String named(Type<?> type) {
        Type<?> inner = type;
        while (!(inner instanceof TypeName)) {
            inner = (Type<?>) inner.getChildren().get(0);
        }
        return ((TypeName) inner).getName();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static List<Type<?>> typed(List<Type> types) {
        return (List) types;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static List<Type> raw(List<Type<?>> types) {
        return (List) types;
    }
}
