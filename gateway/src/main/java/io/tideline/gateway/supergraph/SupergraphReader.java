package io.tideline.gateway.supergraph;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a supergraph written with the join specification, v0.1 to v0.5. Directives it does not know are ignored. */
public final class SupergraphReader {
    private final Map<String, Graph> graphs = new LinkedHashMap<>();
    private final Map<String, SuperType> types = new LinkedHashMap<>();
    private final Map<String, String> roots = new HashMap<>();

    private SupergraphReader() {}

    public static Supergraph read(String sdl) {
        return new SupergraphReader().build(sdl);
    }

    private Supergraph build(String sdl) {
        Document document = parse(sdl);
        List<SchemaDefinition> schemas = document.getDefinitionsOfType(SchemaDefinition.class);
        if (schemas.isEmpty()) {
            throw new SupergraphException(
                    "A supergraph needs a schema definition with @link to the join specification");
        }
        SchemaDefinition schema = schemas.get(0);
        readRoots(schema);
        readGraphs(document, schema);
        for (TypeDefinition<?> type : compositeTypes(document)) {
            types.put(type.getName(), readType(type, document));
        }
        String query = roots.get("query");
        if (query == null || !types.containsKey(query)) {
            throw SupergraphException.at(schema, "The supergraph has no query type");
        }
        checkReferences(document);
        return new Supergraph(
                document,
                sha256(sdl),
                new DirectiveNames(schema.getDirectives()),
                List.copyOf(graphs.values()),
                types,
                roots);
    }

    private static Document parse(String sdl) {
        ParserOptions options = ParserOptions.getDefaultSdlParserOptions();
        try {
            return new Parser()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(sdl)
                            .parserOptions(options)
                            .build());
        } catch (InvalidSyntaxException unreadable) {
            throw SupergraphException.at(unreadable.getLocation(), "The supergraph is not GraphQL");
        }
    }

    private void readRoots(SchemaDefinition schema) {
        for (OperationTypeDefinition root : schema.getOperationTypeDefinitions()) {
            roots.put(root.getName(), root.getTypeName().getName());
        }
    }

    private void readGraphs(Document document, SchemaDefinition schema) {
        EnumTypeDefinition names = document.getDefinitionsOfType(EnumTypeDefinition.class).stream()
                .filter(type -> type.getName().equals("join__Graph"))
                .findFirst()
                .orElseThrow(() -> SupergraphException.at(schema, "There is no enum join__Graph"));
        for (EnumValueDefinition value : names.getEnumValueDefinitions()) {
            List<Directive> found = value.getDirectives("join__graph");
            if (found.isEmpty()) {
                throw SupergraphException.at(value, "Subgraph " + value.getName() + " has no @join__graph");
            }
            String name = JoinDirectives.text(found.get(0), "name");
            String url = JoinDirectives.text(found.get(0), "url");
            if (name == null) {
                throw SupergraphException.at(value, "@join__graph of " + value.getName() + " has no name");
            }
            graphs.put(value.getName(), new Graph(graphs.size(), value.getName(), name, url == null ? "" : url));
        }
    }

    private static List<TypeDefinition<?>> compositeTypes(Document document) {
        List<TypeDefinition<?>> found = new ArrayList<>();
        found.addAll(document.getDefinitionsOfType(ObjectTypeDefinition.class));
        found.addAll(document.getDefinitionsOfType(InterfaceTypeDefinition.class));
        found.addAll(document.getDefinitionsOfType(UnionTypeDefinition.class));
        return found;
    }

    private SuperType readType(TypeDefinition<?> type, Document document) {
        JoinDirectives join = new JoinDirectives(graphs);
        Map<Graph, TypeAt> at = join.typeAt((DirectivesContainer<?>) type);
        if (type instanceof UnionTypeDefinition union) {
            return new SuperType(
                    union.getName(), SuperType.Kind.UNION, Map.of(), at, List.of(), join.members(union, at.keySet()));
        }
        ImplementingTypeDefinition<?> implementing = (ImplementingTypeDefinition<?>) type;
        SuperType.Kind kind = type instanceof ObjectTypeDefinition ? SuperType.Kind.OBJECT : SuperType.Kind.INTERFACE;
        List<String> interfaces = implementing.getImplements().stream()
                .map(name -> ((TypeName) name).getName())
                .toList();
        return new SuperType(
                type.getName(),
                kind,
                join.fields(implementing, at, document),
                at,
                interfaces,
                join.implemented(implementing, interfaces, at.keySet()));
    }

    private void checkReferences(Document document) {
        Set<String> known = new HashSet<>(Set.of("Int", "Float", "String", "Boolean", "ID"));
        document.getDefinitions().stream()
                .filter(TypeDefinition.class::isInstance)
                .forEach(type -> known.add(((TypeDefinition<?>) type).getName()));
        for (SuperType type : types.values()) {
            for (SuperField field : type.fields().values()) {
                if (!known.contains(field.typeName())) {
                    throw SupergraphException.at(
                            field.definition(),
                            "Field " + type.name() + "." + field.name() + " has the unknown type " + field.typeName());
                }
            }
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
