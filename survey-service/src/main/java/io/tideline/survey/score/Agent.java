package io.tideline.survey.score;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** @param uuid local id
 *  @param asked the agents that were asked for together with this one */
@Key(fields = @FieldSet("id"))
@Description("An agent, here with what customers say of it.")
public record Agent(@Id @NonNull @Description("Global id.") String id, @Ignore UUID uuid, @Ignore AgentsAsked asked) {}
