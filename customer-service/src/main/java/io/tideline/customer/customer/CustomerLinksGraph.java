package io.tideline.customer.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.channel.ChannelAccount;
import io.tideline.customer.channel.ChannelStore;
import io.tideline.customer.node.Campaign;
import io.tideline.customer.team.Agent;
import io.tideline.customer.team.Team;
import io.tideline.customer.team.Teams;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.GlobalId;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What customers are connected with. Each is read once for all customers of an answer. */
@GraphQLApi
public class CustomerLinksGraph {
    private final CurrentCaller callers;
    private final Teams teams;
    private final ChannelStore channels;

    public CustomerLinksGraph(CurrentCaller callers, Teams teams, ChannelStore channels) {
        this.callers = callers;
        this.teams = teams;
        this.channels = channels;
    }

    @Name("agent")
    @Description("Who looks after the customer.")
    public Uni<@Nullable Agent> agent(@Source Customer customer) {
        Links links = customer.links();
        return teams.agent(
                callers.get().tenant(),
                links.agent(),
                links.peers().agents(),
                links.peers().reads());
    }

    @Name("team")
    @Description("The customer's own team, or else the team of the customer's agent.")
    public Uni<@Nullable Team> team(@Source Customer customer) {
        Links links = customer.links();
        return teams.team(callers.get().tenant(), links.team(), links.peers().reads());
    }

    @Name("channelAccount")
    @Description("The messaging account that the customer writes to.")
    public Uni<@Nullable ChannelAccount> channelAccount(@Source Customer customer) {
        Links links = customer.links();
        if (links.channelAccount() == null) {
            return Uni.createFrom().nullItem();
        }
        String id = GlobalId.of(ChannelAccount.TYPE, links.channelAccount());
        return channels.byId(
                        callers.get().tenant(),
                        links.peers().channelAccounts(),
                        links.peers().reads())
                .map(accounts -> accounts.get(id));
    }

    @Name("campaign")
    @Description("The campaign that reached the customer.")
    public Uni<@Nullable Campaign> campaign(@Source Customer customer) {
        UUID campaign = customer.links().campaign();
        return campaign == null
                ? Uni.createFrom().nullItem()
                : Uni.createFrom().item(new Campaign(GlobalId.of("Campaign", campaign)));
    }
}
