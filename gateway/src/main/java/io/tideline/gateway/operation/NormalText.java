package io.tideline.gateway.operation;

import graphql.language.AstPrinter;
import graphql.language.VariableDefinition;
import java.util.Collection;
import java.util.List;

/** Writes an operation in one canonical form, so that spelling, fragments and decided conditions do not tell plans apart. */
final class NormalText {
    private NormalText() {}

    static String of(String kind, Collection<VariableDefinition> variables, List<Selected> selections) {
        StringBuilder text = new StringBuilder(kind);
        variables.stream().map(AstPrinter::printAstCompact).sorted().forEach(one -> text.append(' ')
                .append(one));
        write(text, selections);
        return text.toString();
    }

    private static void write(StringBuilder text, List<Selected> selections) {
        text.append('{');
        for (Selected selected : selections) {
            text.append(selected.key()).append(':').append(selected.name());
            text.append('(').append(selected.argumentText()).append(')');
            text.append(selected.everywhere() ? "*" : "").append(selected.on());
            if (!selected.isLeaf()) {
                write(text, selected.below());
            }
        }
        text.append('}');
    }
}
