package io.tideline.gateway.monolith;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An enum and an input object that every subgraph knows: what is given by them must arrive as it was given. */
final class Inputs {
    static final String SHADE = "Shade";
    static final String FILTER = "Filter";
    private static final List<String> SHADES = List.of("DARK", "DIM", "LIGHT");

    private Inputs() {}

    /** Their definitions, with these directives on the types and on the enum's values. */
    static String types(String onType, String onValue) {
        return "enum Shade" + onType + " { " + String.join(onValue + " ", SHADES) + onValue + " }\n"
                + "input Filter" + onType
                + " { shade: Shade = DIM size: Int! = 3 tags: [String!] deep: Filter shades: [Shade] }\n";
    }

    static String shade(Dice dice) {
        return dice.one(SHADES);
    }

    /** A filter as it stands in a document. */
    static String literal(Dice dice, Supplier<String> size) {
        StringBuilder text = new StringBuilder("{");
        if (dice.in(60)) {
            text.append("size: ").append(size.get());
        }
        if (dice.in(50)) {
            text.append(" shade: ").append(dice.in(20) ? "null" : shade(dice));
        }
        if (dice.in(30)) {
            text.append(" tags: ").append(dice.in(50) ? "[]" : "[\"x\\ny\", \"\"]");
        }
        if (dice.in(30)) {
            text.append(" shades: ").append(dice.in(50) ? shade(dice) : "[" + shade(dice) + ", null]");
        }
        if (dice.in(30)) {
            text.append(" deep: ").append(literal(dice, size));
        }
        return text.append("}").toString();
    }

    /** A filter as it stands among variables. */
    static Map<String, @Nullable Object> value(Dice dice) {
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        if (dice.in(50)) {
            value.put("shades", List.of(shade(dice)));
        }
        if (dice.in(60)) {
            value.put("size", dice.below(5));
        }
        if (dice.in(50)) {
            value.put("shade", dice.in(20) ? null : shade(dice));
        }
        if (dice.in(30)) {
            value.put("deep", value(dice));
        }
        return value;
    }
}
