package io.tideline.gateway.supergraph;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Under which name this supergraph uses the directives of a linked specification: {@code @link(as:)} and
 * {@code import: [{name:, as:}]} may rename them, and a renamed guard still guards.
 */
public final class DirectiveNames {
    private static final String SPECS = "https://specs.apollo.dev/";

    private final Map<String, String> renamed = new HashMap<>();

    DirectiveNames(List<Directive> links) {
        for (Directive link : links) {
            String url = text(link, "url");
            if (link.getName().equals("link") && url != null && url.startsWith(SPECS)) {
                read(link, url.substring(SPECS.length()).split("/", -1)[0]);
            }
        }
    }

    private void read(Directive link, String feature) {
        String as = text(link, "as");
        if (as != null) {
            renamed.put(feature, as);
        }
        Argument imports = link.getArgument("import");
        if (imports == null || !(imports.getValue() instanceof ArrayValue list)) {
            return;
        }
        for (Value<?> one : list.getValues()) {
            readImport(one);
        }
    }

    private void readImport(Value<?> one) {
        if (!(one instanceof ObjectValue fields)) {
            return;
        }
        String name = null;
        String as = null;
        for (ObjectField field : fields.getObjectFields()) {
            if (field.getValue() instanceof StringValue text) {
                name = field.getName().equals("name") ? text.getValue() : name;
                as = field.getName().equals("as") ? text.getValue() : as;
            }
        }
        if (name != null && as != null) {
            renamed.put(name.replace("@", ""), as.replace("@", ""));
        }
    }

    /** The name used in this document for the directive the specification calls {@code canonical}. */
    public String of(String canonical) {
        return renamed.getOrDefault(canonical, canonical);
    }

    static @Nullable String text(Directive directive, String argument) {
        Argument found = directive.getArgument(argument);
        return (found != null && found.getValue() instanceof StringValue text) ? text.getValue() : null;
    }
}
