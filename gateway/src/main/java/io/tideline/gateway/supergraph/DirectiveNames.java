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
    private static final String FEDERATION = "federation";

    /** Names of specifications: what is not imported is called by them. */
    private final Map<String, String> features = new HashMap<>();

    private final Map<String, String> imported = new HashMap<>();

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
            features.put(feature, as);
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
        if (one instanceof StringValue name) {
            imported.put(bare(name.getValue()), bare(name.getValue()));
        }
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
            imported.put(bare(name), bare(as));
        }
    }

    private static String bare(String name) {
        return name.replace("@", "");
    }

    /**
     * Whether a directive written as this is the one that a specification calls {@code canonical}. It always is if it is
     * written plainly: a guard that is not linked as it should be still guards.
     */
    public boolean isCalled(String written, String feature, String canonical) {
        return written.equals(canonical)
                || written.equals(imported.get(canonical))
                || written.equals(prefix(feature) + "__" + canonical)
                || written.equals(prefix(FEDERATION) + "__" + canonical)
                || (feature.equals(canonical) && !imported.containsKey(canonical) && written.equals(prefix(feature)));
    }

    private String prefix(String feature) {
        return features.getOrDefault(feature, feature);
    }

    static @Nullable String text(Directive directive, String argument) {
        Argument found = directive.getArgument(argument);
        return (found != null && found.getValue() instanceof StringValue text) ? text.getValue() : null;
    }
}
