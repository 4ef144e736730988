package io.tideline.gateway.plan;

import graphql.language.Argument;
import io.tideline.gateway.supergraph.FieldSet;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.List;

/** A field wanted of objects of the given runtime types; {@code typeName} is its named type in the supergraph. */
record Ask(String name, List<Argument> arguments, String argumentText, String typeName, TypeSet on) {

    static Ask typename(TypeSet on) {
        return new Ask("__typename", List.of(), "", "String", on);
    }

    static Ask of(FieldSet.Member member, String typeName, TypeSet on) {
        return new Ask(member.name(), member.arguments(), member.argumentText(), typeName, on);
    }

    Ask on(TypeSet types) {
        return new Ask(name, arguments, argumentText, typeName, types);
    }

    boolean isTypename() {
        return name.equals("__typename");
    }

    /** Name and arguments: the same text is the same field. */
    String field() {
        return name + "(" + argumentText + ")";
    }
}
