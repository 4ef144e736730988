package io.tideline.gateway.monolith;

import io.tideline.gateway.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is stored: every value follows from the seed, the object, the field and its arguments, and for a field that
 * requires others from their values, so that it does not matter who asks nor how often.
 */
final class WorldData {
    /** Entities of one type. */
    static final int ENTITIES = 4;

    private static final int NULLS_PERCENT = 14;
    private static final int LONGEST_LIST = 3;

    private final World world;
    private final long seed;
    /** How often a null stands where the schema allows none, in a thousand. */
    private final int brokenPermille;
    /** How often a resolver throws, in a thousand. */
    private final int throwPermille;

    /** An object: an entity's number, or the way by which a value is reached. */
    record Thing(String type, String id) {}

    WorldData(World world, long seed, int brokenPermille, int throwPermille) {
        this.throwPermille = throwPermille;
        this.world = world;
        this.seed = seed;
        this.brokenPermille = brokenPermille;
    }

    @Nullable
    Object value(Thing thing, World.Field field, Map<String, Object> arguments) {
        String requires = field.requires();
        String required = requires == null ? "" : render(thing, FieldSet.parse(requires));
        return value(thing, field, arguments, required);
    }

    @Nullable
    Object value(Thing thing, World.Field field, Map<String, Object> arguments, String required) {
        String at = thing.type + "#" + thing.id + "." + field.name + new TreeMap<>(arguments) + required;
        if (field.identity != World.Identity.NONE) {
            return identity(thing, field);
        }
        if (throwPermille > 0 && mayThrow(field) && new Dice(seed ^ hash(at + "!")).below(1000) < throwPermille) {
            throw new IllegalStateException("thrown at " + at);
        }
        return make(field, field.strictest(), at);
    }

    /** A requirement must not fail, nor a field of which one subgraph alone says that it is never null. */
    private static boolean mayThrow(World.Field field) {
        return !field.required && field.requires() == null && field.strictest().equals(field.type);
    }

    private @Nullable Object identity(Thing thing, World.Field field) {
        if (world.isComposite(field.type)) {
            return new Thing(field.typeName(), thing.type + "-" + thing.id);
        }
        String id =
                switch (field.identity) {
                    case UPPER -> String.valueOf(Integer.parseInt(thing.id) / 2);
                    case LOWER -> String.valueOf(Integer.parseInt(thing.id) % 2);
                    case GLOBAL -> thing.type + thing.id;
                    case WHOLE, NONE -> thing.id;
                };
        return field.typeName().equals("Int") ? (Object) (Integer.parseInt(id) + 7) : field.name + "-" + id;
    }

    private @Nullable Object make(World.Field field, String type, String at) {
        Dice dice = new Dice(seed ^ hash(at));
        if (type.endsWith("!")) {
            boolean broken = dice.below(1000) < brokenPermille
                    && !field.required
                    && field.owners().size() == 1;
            return broken ? null : makeSome(field, type.substring(0, type.length() - 1), at, dice);
        }
        return dice.in(NULLS_PERCENT) ? null : makeSome(field, type, at, dice);
    }

    private @Nullable Object makeSome(World.Field field, String type, String at, Dice dice) {
        if (type.startsWith("[")) {
            List<@Nullable Object> list = new ArrayList<>();
            int size = dice.below(LONGEST_LIST + 1);
            for (int index = 0; index < size; index++) {
                list.add(make(field, type.substring(1, type.length() - 1), at + "/" + index));
            }
            return list;
        }
        return switch (type) {
            case "Int" -> dice.below(1000);
            case "Float" -> dice.below(1000) + 0.5;
            case "Boolean" -> dice.in(50);
            case Inputs.SHADE -> Inputs.shade(dice);
            case "String", "ID" -> "s" + dice.below(1000);
            default -> thing(field, at, dice);
        };
    }

    private @Nullable Object thing(World.Field field, String at, Dice dice) {
        List<String> possible = world.possible(field);
        if (possible.isEmpty()) {
            return null;
        }
        String type = dice.one(possible);
        boolean entity = world.type(type).kind == World.Kind.ENTITY;
        return new Thing(type, entity ? String.valueOf(dice.below(ENTITIES)) : Long.toHexString(hash(at)));
    }

    private static long hash(String text) {
        long hash = 1125899906842597L;
        for (int index = 0; index < text.length(); index++) {
            hash = 31 * hash + text.charAt(index);
        }
        return hash * 0x9E3779B97F4A7C15L;
    }

    /** The values of a field set as text: what a requirement amounts to. */
    String render(Thing thing, FieldSet set) {
        StringBuilder text = new StringBuilder();
        for (FieldSet.Part part : set.parts()) {
            if (part instanceof FieldSet.On on) {
                text.append(on.type().equals(thing.type) ? render(thing, on.below()) : "");
            } else {
                FieldSet.Member member = (FieldSet.Member) part;
                World.Field field = world.type(thing.type).field(member.name());
                Object value = value(thing, field, Literals.coerce(member.arguments(), field.arguments));
                text.append(member.name()).append('=').append(render(value, member.below()));
                text.append(' ');
            }
        }
        return text.toString();
    }

    private String render(@Nullable Object value, @Nullable FieldSet below) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> render(one, below)).toList().toString();
        }
        return value instanceof Thing thing && below != null ? "{" + render(thing, below) + "}" : String.valueOf(value);
    }

    /** As {@link #render(Thing, FieldSet)}, from what a representation says. */
    static String renderSent(Map<?, ?> sent, FieldSet set, String type) {
        StringBuilder text = new StringBuilder();
        for (FieldSet.Part part : set.parts()) {
            if (part instanceof FieldSet.On on) {
                text.append(on.type().equals(type) ? renderSent(sent, on.below(), type) : "");
            } else {
                FieldSet.Member member = (FieldSet.Member) part;
                if (!sent.containsKey(member.name())) {
                    throw new IllegalArgumentException("required but not sent: " + member.name());
                }
                text.append(member.name()).append('=').append(renderSent(sent.get(member.name()), member.below()));
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static String renderSent(@Nullable Object value, @Nullable FieldSet below) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> renderSent(one, below)).toList().toString();
        }
        return value instanceof Map<?, ?> map && below != null
                ? "{" + renderSent(map, below, String.valueOf(map.get("__typename"))) + "}"
                : String.valueOf(value);
    }

    /** The entity a representation names by one of these keys. */
    @Nullable
    Thing find(String type, List<World.Key> keys, Map<?, ?> sent) {
        if (world.type(type).isAbstract()) {
            return world.type(type).possible().stream()
                    .map(member -> find(member, keys, sent))
                    .filter(found -> found != null)
                    .findFirst()
                    .orElse(null);
        }
        for (World.Key key : keys) {
            FieldSet set = FieldSet.parse(key.fields());
            for (int number = 0; key.resolvable() && number < ENTITIES; number++) {
                Thing thing = new Thing(type, String.valueOf(number));
                if (isNamed(thing, set, sent)) {
                    return thing;
                }
            }
        }
        return null;
    }

    private boolean isNamed(Thing thing, FieldSet key, Map<?, ?> sent) {
        for (FieldSet.Part part : key.parts()) {
            FieldSet.Member member = (FieldSet.Member) part;
            Object mine = value(thing, world.type(thing.type).field(member.name()), Map.of());
            Object theirs = sent.get(member.name());
            FieldSet below = member.below();
            boolean same = (mine instanceof Thing nested && theirs instanceof Map<?, ?> map && below != null)
                    ? isNamed(nested, below, map)
                    : Objects.equals(String.valueOf(mine), String.valueOf(theirs));
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
