package io.tideline.gateway.operation.pass;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.operation.RefusedRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a document that asks for too much, before it is validated.
 * <pre>
 * before  { a { b { c } } }    depth limit 2
 * after   MAX_DEPTH_LIMIT
 * </pre>
 * Each fragment is measured once, however often it is spread, so a fragment bomb costs no more than its text; what it
 * would add to the fields, aliases and directives is counted by multiplication and saturates. Fragments that no operation
 * spreads are measured as well: validation would walk through them.
 */
public final class CheckLimits {
    private static final int TOO_MANY = 1_000_000;
    private static final int INTROSPECTION_DEPTH = 20;

    private final Limits limits;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Size> measured = new HashMap<>();
    private final Map<String, Boolean> open = new HashMap<>();

    private record Size(int depth, int aliases, int fields, int directives, int all) {
        static final Size NONE = new Size(0, 0, 0, 0, 0);

        static Size ofDirectives(int directives) {
            return new Size(0, 0, 0, directives, 0);
        }

        Size beside(Size other) {
            return new Size(
                    Math.max(depth, other.depth),
                    Math.min(TOO_MANY, aliases + other.aliases),
                    Math.min(TOO_MANY, fields + other.fields),
                    Math.min(TOO_MANY, directives + other.directives),
                    Math.min(TOO_MANY, all + other.all));
        }
    }

    private CheckLimits(Document document, Limits limits) {
        this.limits = limits;
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            fragments.put(fragment.getName(), fragment);
        }
    }

    public static void run(Document document, Limits limits) {
        CheckLimits check = new CheckLimits(document, limits);
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof OperationDefinition operation) {
                check.check(operation);
            } else if (definition instanceof FragmentDefinition fragment) {
                check.check(fragment);
            }
        }
    }

    private void check(OperationDefinition operation) {
        Size size = measure(operation.getSelectionSet(), 0);
        int directives = operation.getDirectives().size();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            directives += variable.getDirectives().size();
        }
        refuse(size.beside(Size.ofDirectives(directives)), limits.depth());
        refuseOver(
                size.fields, limits.rootFields(), "MAX_ROOT_FIELDS_LIMIT", "The operation has more root fields than ");
    }

    /** Tools ask for the schema through fragments that nest deeper than any board does. */
    private void check(FragmentDefinition fragment) {
        boolean introspects = fragment.getTypeCondition().getName().startsWith("__");
        refuse(measureFragment(fragment.getName()), introspects ? INTROSPECTION_DEPTH : limits.depth());
    }

    private void refuse(Size size, int depth) {
        refuseOver(size.depth, depth, "MAX_DEPTH_LIMIT", "The operation nests deeper than ");
        refuseOver(size.aliases, limits.aliases(), "MAX_ALIASES_LIMIT", "The operation has more aliases than ");
        refuseOver(
                size.directives,
                limits.directives(),
                "MAX_DIRECTIVES_LIMIT",
                "The operation has more directives than ");
        refuseOver(size.all, limits.selections(), "MAX_SELECTIONS_LIMIT", "The operation selects more fields than ");
    }

    private static void refuseOver(int found, int limit, String code, String message) {
        if (found > limit) {
            throw RefusedRequest.of(code, message + limit);
        }
    }

    private Size measure(@Nullable SelectionSet set, int depth) {
        Size total = Size.NONE;
        if (set == null) {
            return total;
        }
        if (depth > limits.depth() + limits.directives()) {
            return new Size(TOO_MANY, 0, 0, 0, 0);
        }
        for (Selection<?> selection : set.getSelections()) {
            total = total.beside(measure(selection, depth));
        }
        return total;
    }

    private Size measure(Selection<?> selection, int depth) {
        if (selection instanceof Field field) {
            return measure(field, depth);
        }
        if (selection instanceof InlineFragment fragment) {
            return measure(fragment.getSelectionSet(), depth + 1)
                    .beside(Size.ofDirectives(fragment.getDirectives().size()));
        }
        FragmentSpread spread = (FragmentSpread) selection;
        return measureFragment(spread.getName())
                .beside(Size.ofDirectives(spread.getDirectives().size()));
    }

    private Size measure(Field field, int depth) {
        int aliases = field.getAlias() == null ? 0 : 1;
        int directives = field.getDirectives().size();
        if (field.getName().startsWith("__")) {
            return new Size(1, aliases, 1, directives, 1);
        }
        Size below = measure(field.getSelectionSet(), depth + 1);
        return new Size(below.depth + 1, below.aliases + aliases, 1, below.directives + directives, below.all + 1);
    }

    private Size measureFragment(String name) {
        Size known = measured.get(name);
        FragmentDefinition fragment = fragments.get(name);
        if (known != null) {
            return known;
        }
        if (fragment == null || open.putIfAbsent(name, true) != null) {
            return Size.NONE;
        }
        Size size = measure(fragment.getSelectionSet(), 0)
                .beside(Size.ofDirectives(fragment.getDirectives().size()));
        measured.put(name, size);
        return size;
    }
}
