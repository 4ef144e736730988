package io.tideline.roi.cut;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.GlobalId;
import io.tideline.roi.campaign.CampaignStore;
import io.tideline.roi.customer.LabelStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keys of groups as clients see them, and what people call them. */
@ApplicationScoped
public class Labels {
    private static final String NO_VALUE = "–";
    private static final Comparator<Group> BY_LABEL = Comparator.comparing(
                    (Group group) -> group.stored().isEmpty())
            .thenComparing(Group::label)
            .thenComparing(Group::stored);

    private final LabelStore labels;
    private final CampaignStore campaigns;

    Labels(LabelStore labels, CampaignStore campaigns) {
        this.labels = labels;
        this.campaigns = campaigns;
    }

    /**
     * @param stored key as statements give it: a text, or a local id
     * @param key key as clients see it: a text, or a global id
     */
    public record Group(String stored, String key, String label) {}

    /** The groups in the order of their labels, the one without a value last. */
    public Uni<List<Group>> of(String tenant, Dimension dimension, Collection<String> keys) {
        return switch (dimension) {
            case MARKET, LANGUAGE, SOURCE ->
                Uni.createFrom().item(sorted(keys.stream().map(Labels::plain).toList()));
            case CAMPAIGN -> campaigns.names(tenant, ids(keys)).map(names -> named("Campaign", names, keys));
            case CHANNEL_ACCOUNT ->
                labels.names(tenant, "CHANNEL_ACCOUNT").map(names -> named("ChannelAccount", names, keys));
            case TEAM -> labels.names(tenant, "TEAM").map(names -> named("Team", names, keys));
            case AGENT -> labels.names(tenant, "AGENT").map(names -> named("Agent", names, keys));
        };
    }

    private static List<UUID> ids(Collection<String> keys) {
        return keys.stream().filter(key -> !key.isEmpty()).map(UUID::fromString).toList();
    }

    private static Group plain(String key) {
        return new Group(key, key, key.isEmpty() ? NO_VALUE : key);
    }

    private static List<Group> named(String type, Map<UUID, String> names, Collection<String> keys) {
        return sorted(keys.stream()
                .map(key -> key.isEmpty() ? plain(key) : named(type, names, UUID.fromString(key)))
                .toList());
    }

    private static Group named(String type, Map<UUID, String> names, UUID id) {
        return new Group(id.toString(), GlobalId.of(type, id), names.getOrDefault(id, id.toString()));
    }

    private static List<Group> sorted(List<Group> groups) {
        return groups.stream().sorted(BY_LABEL).toList();
    }
}
