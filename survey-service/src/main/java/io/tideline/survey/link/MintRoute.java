package io.tideline.survey.link;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.access.Scope;
import io.tideline.platform.error.AppException;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.contact.ContactScope;
import io.tideline.survey.survey.SurveyStore;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Makes links for the systems that send them. */
@Path("/ingest/links")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ingest")
public class MintRoute {
    private static final int USUAL_DAYS = 30;

    private final CurrentCaller callers;
    private final MintLinks mint;

    MintRoute(CurrentCaller callers, MintLinks mint) {
        this.callers = callers;
        this.mint = mint;
    }

    /**
     * @param survey the organisation's own key of the survey
     * @param customers external ids; one that is new is noted
     * @param validDays days until the links expire; 30 where it is null
     * @param ignoreContactRules whether customers get a link whom the contact rules say not to ask now
     */
    public record Wanted(
            @Nullable String survey,
            @Nullable List<@Nullable String> customers,
            @Nullable Integer validDays,
            @Nullable Boolean ignoreContactRules) {}

    /** @param response what deliveries name as their response */
    public record Link(String customer, String url, String response, Instant expiresAt) {}

    /** A customer who is not to be asked before {@code until}. */
    public record Withheld(String customer, ContactScope reason, Instant until) {}

    /** Links, and customers who got none, each in the order asked. */
    public record Minted(List<Link> links, List<Withheld> withheld) {
        public Minted {
            links = List.copyOf(links);
            withheld = List.copyOf(withheld);
        }
    }

    @POST
    @Operation(
            summary = "Survey links",
            description =
                    "Takes {survey, customers: [external id], validDays?, ignoreContactRules?} and answers a signed link for each whom the contact rules let ask, at most 1000 at once. Scope ingest:write.")
    public Uni<Minted> mint(Wanted wanted) {
        var caller = callers.get();
        caller.require(Scope.INGEST_WRITE);
        String tenant = caller.tenant();
        List<String> customers = customers(wanted);
        UUID survey = SurveyStore.id(tenant, Objects.requireNonNullElse(wanted.survey(), ""));
        List<UUID> ids = customers.stream()
                .map(customer -> Ids.uuid(tenant, "customer", customer))
                .toList();
        int days = Objects.requireNonNullElse(wanted.validDays(), USUAL_DAYS);
        boolean unasked = Boolean.TRUE.equals(wanted.ignoreContactRules());
        return mint.run(tenant, new MintLinks.Order(survey, ids, customers, days, unasked))
                .map(MintRoute::minted);
    }

    private static List<String> customers(Wanted wanted) {
        List<@Nullable String> asked = wanted.customers() == null ? List.of() : wanted.customers();
        if (asked.isEmpty() || asked.size() > MintLinks.MOST || !asked.stream().allMatch(MintRoute::isId)) {
            throw AppException.badInput(
                    "customers",
                    "1 to " + MintLinks.MOST + " external ids of at most " + LinkStore.LONGEST_ID
                            + " characters are taken.");
        }
        return asked.stream().map(Objects::requireNonNull).toList();
    }

    private static boolean isId(@Nullable String id) {
        return id != null && !id.isBlank() && id.length() <= LinkStore.LONGEST_ID && id.indexOf('\0') < 0;
    }

    private static Minted minted(MintSurveyLinksPayload payload) {
        if (!payload.userErrors().isEmpty()) {
            var why = payload.userErrors().get(0);
            String field = Objects.requireNonNullElse(why.field(), "body");
            throw AppException.badInput(field.replace("input.", ""), why.message());
        }
        return new Minted(
                payload.links().stream()
                        .map(link -> new Link(link.externalId(), link.url(), link.response(), link.expiresAt()))
                        .toList(),
                payload.withheld().stream()
                        .map(none -> new Withheld(none.externalId(), none.reason(), none.until()))
                        .toList());
    }
}
