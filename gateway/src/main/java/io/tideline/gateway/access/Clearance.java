package io.tideline.gateway.access;

import graphql.language.DirectivesContainer;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.TypeDefinition;
import io.tideline.gateway.supergraph.FieldAt;
import io.tideline.gateway.supergraph.FieldSet;
import io.tideline.gateway.supergraph.SuperField;
import io.tideline.gateway.supergraph.SuperType;
import io.tideline.gateway.supergraph.Supergraph;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the guards let one caller see, each element by itself; what follows for the types around it is not said here.
 *
 * <p>Composers write on an interface, and on its fields, what all implementations demand together. Such a guard is not
 * the interface's own and does not count: the objects behind the interface are guarded one by one. A guard that says
 * anything else was put there by someone and counts.
 */
final class Clearance {
    private static final String INACCESSIBLE = "inaccessible";

    private final Supergraph supergraph;
    private final GuardReader guards;
    private final @Nullable Caller caller;
    private final Map<String, TypeDefinition<?>> definitions = new HashMap<>();

    /** {@code caller} is null for one who may see everything that is not inaccessible. */
    Clearance(Supergraph supergraph, @Nullable Caller caller) {
        this.supergraph = supergraph;
        this.guards = new GuardReader(supergraph.directives());
        this.caller = caller;
        supergraph.document().getDefinitions().forEach(definition -> {
            if (definition instanceof TypeDefinition<?> type) {
                definitions.put(type.getName(), type);
            }
        });
    }

    boolean shows(TypeDefinition<?> type) {
        return isAccessible(type) && lets(ownGuard(type));
    }

    boolean shows(ImplementingTypeDefinition<?> type, FieldDefinition field) {
        return isAccessible(field)
                && lets(ownGuard(type, field))
                && opensRequirements(type.getName(), field.getName(), new HashSet<>());
    }

    /** Whether an argument, an input field or an enum value is shown. */
    boolean shows(DirectivesContainer<?> element) {
        return isAccessible(element) && lets(guards.read(element));
    }

    private boolean isAccessible(Object element) {
        return ((DirectivesContainer<?>) element)
                .getDirectives().stream()
                        .noneMatch(one -> supergraph.directives().isCalled(one.getName(), INACCESSIBLE, INACCESSIBLE));
    }

    private boolean lets(Guard guard) {
        return caller == null || guard.lets(caller);
    }

    private Guard ownGuard(TypeDefinition<?> type) {
        Guard written = guards.read((DirectivesContainer<?>) type);
        return type instanceof InterfaceTypeDefinition ? beyond(written, type.getName(), this::guardOf) : written;
    }

    private Guard ownGuard(ImplementingTypeDefinition<?> type, FieldDefinition field) {
        Guard written = guards.read(field);
        return type instanceof InterfaceTypeDefinition
                ? beyond(written, type.getName(), name -> guardOf(name, field.getName()))
                : written;
    }

    private Guard beyond(Guard written, String face, Function<String, Guard> ofImplementation) {
        Guard together = Guard.OPEN;
        for (int runtime : supergraph.possible(face).toArray()) {
            together = together.and(
                    ofImplementation.apply(supergraph.runtimeTypes().get(runtime)));
        }
        return written.isSameAs(together) ? Guard.OPEN : written;
    }

    private Guard guardOf(String typeName) {
        TypeDefinition<?> type = definitions.get(typeName);
        return type == null ? Guard.OPEN : guards.read((DirectivesContainer<?>) type);
    }

    private Guard guardOf(String typeName, String fieldName) {
        SuperField field = supergraph.type(typeName).field(fieldName);
        return field == null ? Guard.OPEN : guards.read(field.definition());
    }

    /** What a field requires flows into its value, whoever sees it: all guards on the way count as they are written. */
    private boolean opensRequirements(String typeName, String fieldName, Set<String> visited) {
        SuperField field = supergraph.type(typeName).field(fieldName);
        for (FieldAt at : field == null ? List.<FieldAt>of() : field.at().values()) {
            FieldSet requires = at.requires();
            if (caller != null && requires != null && !opens(typeName, requires, visited)) {
                return false;
            }
        }
        return true;
    }

    private boolean opens(String typeName, FieldSet set, Set<String> visited) {
        for (FieldSet.Part part : set.parts()) {
            boolean open = part instanceof FieldSet.On on
                    ? opens(on.type(), on.below(), visited)
                    : opens(typeName, (FieldSet.Member) part, visited);
            if (!open) {
                return false;
            }
        }
        return true;
    }

    private boolean opens(String typeName, FieldSet.Member member, Set<String> visited) {
        FieldSet below = member.below();
        SuperField field = supergraph.type(typeName).field(member.name());
        return opensFully(typeName, member.name())
                && (!visited.add(typeName + "." + member.name()) || opensRequirements(typeName, member.name(), visited))
                && (below == null || field == null || opens(field.typeName(), below, visited));
    }

    private boolean opensFully(String typeName, String fieldName) {
        if (!opensOn(typeName, fieldName)) {
            return false;
        }
        SuperType type = supergraph.type(typeName);
        return type.kind() != SuperType.Kind.INTERFACE
                || supergraph
                        .possible(typeName)
                        .all(runtime -> opensOn(supergraph.runtimeTypes().get(runtime), fieldName));
    }

    private boolean opensOn(String typeName, String fieldName) {
        SuperField field = supergraph.type(typeName).field(fieldName);
        return field == null
                || (lets(guards.read(field.definition()))
                        && lets(guardOf(typeName))
                        && lets(guardOf(field.typeName())));
    }
}
