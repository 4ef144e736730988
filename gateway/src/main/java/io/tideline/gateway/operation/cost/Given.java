package io.tideline.gateway.operation.cost;

import graphql.language.ArrayValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one request's variables, and what literals become with them: maps, lists, numbers; anything else is opaque. */
final class Given {
    private static final Object OPAQUE = new Object();

    private final Map<String, VariableDefinition> declared;
    private final Map<String, @Nullable Object> values;
    private boolean asked;

    Given(Map<String, VariableDefinition> declared, Map<String, @Nullable Object> values) {
        this.declared = declared;
        this.values = values;
    }

    /** Whether any variable was looked up. */
    boolean isAsked() {
        return asked;
    }

    @Nullable
    Object plain(@Nullable Value<?> value) {
        if (value instanceof VariableReference variable) {
            return variable(variable.getName());
        }
        if (value == null || value instanceof NullValue) {
            return null;
        }
        if (value instanceof IntValue number) {
            return number.getValue();
        }
        if (value instanceof FloatValue number) {
            return number.getValue();
        }
        if (value instanceof ArrayValue list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.getValues().forEach(item -> items.add(plain((Value<?>) item)));
            return items;
        }
        if (value instanceof ObjectValue object) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            for (ObjectField field : object.getObjectFields()) {
                members.put(field.getName(), plain(field.getValue()));
            }
            return members;
        }
        return OPAQUE;
    }

    private @Nullable Object variable(String name) {
        asked = true;
        if (values.containsKey(name)) {
            return values.get(name);
        }
        VariableDefinition definition = declared.get(name);
        return definition == null ? null : plain(definition.getDefaultValue());
    }
}
