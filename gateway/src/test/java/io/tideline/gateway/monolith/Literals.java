package io.tideline.gateway.monolith;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.IntValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.parser.Parser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arguments written in a field set, as a resolver would get them. */
final class Literals {
    private Literals() {}

    static Map<String, Object> coerce(List<graphql.language.Argument> given, List<World.Argument> declared) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (World.Argument argument : declared) {
            String otherwise = argument.otherwise();
            if (otherwise != null) {
                values.put(argument.name(), plain(Parser.parseValue(otherwise)));
            }
        }
        given.forEach(argument -> values.put(argument.getName(), plain(argument.getValue())));
        return values;
    }

    private static Object plain(Value<?> value) {
        if (value instanceof IntValue number) {
            return number.getValue().intValue();
        } else if (value instanceof StringValue text) {
            return text.getValue();
        } else if (value instanceof BooleanValue flag) {
            return flag.isValue();
        } else if (value instanceof EnumValue name) {
            return name.getName();
        } else if (value instanceof ArrayValue list) {
            return list.getValues().stream().map(Literals::plain).toList();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        ((ObjectValue) value).getObjectFields().forEach(field -> fields.put(field.getName(), plain(field.getValue())));
        return fields;
    }
}
