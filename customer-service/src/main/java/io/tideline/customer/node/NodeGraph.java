package io.tideline.customer.node;

import io.quarkus.arc.All;
import io.smallrye.graphql.api.federation.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.GlobalId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Looks a global id up, wherever its type lives. */
@GraphQLApi
public class NodeGraph {
    private static final Map<String, Function<String, Node>> ELSEWHERE =
            Map.of("Funnel", Funnel::new, "Campaign", Campaign::new, "Survey", Survey::new);

    private final CurrentCaller callers;
    private final Map<String, NodeSource> sources;

    public NodeGraph(CurrentCaller callers, @All List<NodeSource> sources) {
        this.callers = callers;
        this.sources = sources.stream().collect(Collectors.toUnmodifiableMap(NodeSource::type, Function.identity()));
    }

    @Query("node")
    @Authenticated
    @Description("The thing with this global id; null where there is none that the caller may see, "
            + "which says nothing about other organisations. The scopes of the thing's own type apply.")
    public Uni<@Nullable Node> node(@Id @NonNull @Name("id") @Description("Global id.") String id) {
        Caller caller = callers.get();
        GlobalId asked = GlobalId.parse(id);
        Function<String, Node> stub = ELSEWHERE.get(asked.type());
        if (stub != null) {
            return Uni.createFrom().item(stub.apply(id));
        }
        NodeSource source = sources.get(asked.type());
        return source == null
                ? Uni.createFrom().nullItem()
                : source.find(caller, asked.uuid()).map(found -> found);
    }
}
