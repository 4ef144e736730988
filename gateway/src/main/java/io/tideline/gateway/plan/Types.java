package io.tideline.gateway.plan;

import graphql.language.AstPrinter;
import graphql.language.Type;
import graphql.language.TypeName;

/** Reading of type references as they stand in SDL. */
final class Types {
    private Types() {}

    static String named(Type<?> type) {
        Type<?> inner = type;
        while (!(inner instanceof TypeName)) {
            inner = (Type<?>) inner.getChildren().get(0);
        }
        return ((TypeName) inner).getName();
    }

    static String text(Type<?> type) {
        return AstPrinter.printAstCompact(type);
    }

    /** Lists and non-nulls without the name; two composite fields may share a response key only if these agree. */
    static String wrapping(Type<?> type) {
        return text(type).replace(named(type), "_");
    }
}
