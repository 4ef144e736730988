package io.tideline.platform.feed;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where other services read this one's facts, oldest first. */
@Path("/feed")
@Produces(MediaType.APPLICATION_JSON)
public class FeedDoor {
    private static final int MAX_EVENTS = 1000;
    private static final int MAX_WAIT_SECONDS = 30;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    private final FeedStore store;

    FeedDoor(FeedStore store) {
        this.store = store;
    }

    /** @param next cursor for the next read; the one given where nothing came */
    public record FeedPage(List<FeedEvent> events, String next) {}

    /** @param head cursor of the newest fact written here
     *  @param followed cursor up to which this service has applied each source */
    public record FeedState(String head, Map<String, String> followed) {}

    @GET
    @RolesAllowed("feed:read")
    public Uni<FeedPage> read(
            @QueryParam("after") @DefaultValue(FeedStore.START) String after,
            @QueryParam("limit") @DefaultValue("500") int limit,
            @QueryParam("wait") @DefaultValue("0") int waitSeconds) {
        long until = System.nanoTime()
                + Duration.ofSeconds(Math.min(waitSeconds, MAX_WAIT_SECONDS)).toNanos();
        return look(after, Math.max(1, Math.min(limit, MAX_EVENTS)), until);
    }

    @GET
    @Path("/state")
    @RolesAllowed({"feed:read", "ingest:write"})
    public Uni<FeedState> state() {
        return Uni.combine().all().unis(store.head(), store.cursors()).with(FeedState::new);
    }

    private Uni<FeedPage> look(String after, int limit, long until) {
        return store.after(after, limit).flatMap(events -> {
            if (!events.isEmpty()) {
                return Uni.createFrom()
                        .item(new FeedPage(events, events.get(events.size() - 1).cursor()));
            }
            if (System.nanoTime() >= until) {
                return Uni.createFrom().item(new FeedPage(events, after));
            }
            return Uni.createFrom()
                    .nullItem()
                    .onItem()
                    .delayIt()
                    .by(BETWEEN_LOOKS)
                    .flatMap(waited -> look(after, limit, until));
        });
    }
}
