package io.tideline.gateway.http;

import graphql.language.AstPrinter;
import graphql.parser.Parser;
import io.tideline.gateway.access.Caller;
import io.tideline.gateway.access.Contract;
import io.tideline.gateway.access.Contracts;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.OperationReader;
import io.tideline.gateway.operation.RefusedRequest;
import io.tideline.gateway.plan.PlanPrinter;
import io.tideline.gateway.plan.Planner;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.SupergraphReader;
import io.tideline.platform.access.Role;
import io.tideline.platform.access.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints one stage of a query, without a running platform: {@code Explain FILE [--stage operation|access|plan] [--role
 * ROLE] [--supergraph FILE]}. Without a role the caller may see everything.
 */
public final class Explain {
    private static final Duration BUDGET = Duration.ofSeconds(30);
    private static final String USAGE =
            "usage: explain FILE [--stage operation|access|plan] [--role ROLE] [--supergraph FILE]";

    private Explain() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0 || arguments.length % 2 == 0) {
            out.println(USAGE);
            System.exit(2);
        }
        Map<String, String> options = new HashMap<>();
        for (int index = 1; index < arguments.length; index += 2) {
            options.put(arguments[index], arguments[index + 1]);
        }
        try {
            out.print(explain(Files.readString(Path.of(arguments[0])), options));
        } catch (RefusedRequest refused) {
            refused.problems().forEach(problem -> out.println(problem.code() + ": " + problem.message()));
            System.exit(1);
        }
    }

    static String explain(String query, Map<String, String> options) throws IOException {
        Supergraph supergraph = SupergraphReader.read(sdl(options.get("--supergraph")));
        String role = options.get("--role");
        Caller caller = new Caller(true, role == null ? Set.of() : scopes(role), null);
        Contract contract = new Contracts(supergraph, role == null).of(caller);
        OperationReader reader = new OperationReader(contract.schema(), supergraph, Limits.PUBLIC);
        Operation operation = reader.read(new GraphqlRequest(query, null, Map.of(), Map.of()));
        return switch (options.getOrDefault("--stage", "plan")) {
            case "operation" ->
                AstPrinter.printAst(new Parser().parseDocument(query)).strip() + "\n\n" + operation.normalised() + "\n";
            case "access" -> "scopes " + new TreeSet<>(caller.scopes()) + "\n\n" + contract.sdl();
            case "plan" -> PlanPrinter.print(new Planner(supergraph, BUDGET).plan(operation));
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static Set<String> scopes(String role) {
        return Role.of(role)
                .orElseThrow(() -> new IllegalArgumentException("There is no role " + role))
                .scopes()
                .stream()
                .map(Scope::text)
                .collect(Collectors.toSet());
    }

    private static String sdl(@Nullable String file) throws IOException {
        if (file != null) {
            return Files.readString(Path.of(file));
        }
        try (InputStream in = Explain.class.getClassLoader().getResourceAsStream("supergraph.graphqls")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no built-in supergraph: say --supergraph FILE");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
