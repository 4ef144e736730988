package io.tideline.gateway.supergraph;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A selection written in a directive: the fields of a key, of {@code @requires} or of {@code @provides}. */
public record FieldSet(List<Part> parts) {

    public FieldSet {
        parts = List.copyOf(parts);
    }

    /** A field of the set or a fragment on a type. */
    public sealed interface Part permits Member, On {}

    /** A field with its literal arguments; {@code below} is null for a leaf. */
    public record Member(String name, List<Argument> arguments, @Nullable FieldSet below) implements Part {

        /** The arguments as canonical text: two members with the same name and text are the same field. */
        public String argumentText() {
            return FieldSet.argumentText(arguments);
        }
    }

    /** A fragment that applies to one type only. */
    public record On(String type, FieldSet below) implements Part {}

    public static FieldSet parse(String text) {
        Document document = new Parser().parseDocument("{" + text + "}");
        OperationDefinition operation =
                document.getDefinitionsOfType(OperationDefinition.class).get(0);
        return read(operation.getSelectionSet());
    }

    private static FieldSet read(SelectionSet set) {
        List<Part> parts = new ArrayList<>();
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field) {
                SelectionSet below = field.getSelectionSet();
                parts.add(new Member(field.getName(), field.getArguments(), below == null ? null : read(below)));
            } else if (selection instanceof InlineFragment fragment) {
                addFragment(parts, fragment);
            }
        }
        return new FieldSet(parts);
    }

    private static void addFragment(List<Part> parts, InlineFragment fragment) {
        FieldSet below = read(fragment.getSelectionSet());
        if (fragment.getTypeCondition() == null) {
            parts.addAll(below.parts());
        } else {
            parts.add(new On(fragment.getTypeCondition().getName(), below));
        }
    }

    public FieldSet and(FieldSet other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        return new FieldSet(all);
    }

    public static String argumentText(List<Argument> arguments) {
        return arguments.stream().map(AstPrinter::printAstCompact).sorted().collect(Collectors.joining(","));
    }

    /** As it would be written between the braces. */
    public String text() {
        return parts.stream().map(FieldSet::text).collect(Collectors.joining(" "));
    }

    private static String text(Part part) {
        if (part instanceof On on) {
            return "... on " + on.type() + " { " + on.below().text() + " }";
        }
        Member member = (Member) part;
        String arguments = member.arguments().isEmpty() ? "" : "(" + member.argumentText() + ")";
        FieldSet below = member.below();
        return member.name() + arguments + (below == null ? "" : " { " + below.text() + " }");
    }
}
