package io.tideline.survey.link;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.tideline.survey.contact.Governor;
import io.tideline.survey.contact.Withheld;
import io.tideline.survey.customer.MeetCustomers;
import io.tideline.survey.survey.Survey;
import io.tideline.survey.survey.SurveyStatus;
import io.tideline.survey.survey.SurveyStore;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes links to a survey with the newest live key. A link is known by its signature and its answer by the link's nonce; neither is stored. Where copies
 * are counted, it is noted for a day that one will come.
 */
@ApplicationScoped
class MintLinks {
    static final int MOST = 1000;
    static final int LONGEST_DAYS = 400;

    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LinkConfig config;
    private final Database database;
    private final LinkStore store;
    private final SurveyStore surveys;
    private final MeetCustomers meet;
    private final Governor governor;
    private final SigningSecrets secrets;

    MintLinks(
            LinkConfig config,
            Database database,
            LinkStore store,
            SurveyStore surveys,
            MeetCustomers meet,
            Governor governor,
            SigningSecrets secrets) {
        this.config = config;
        this.database = database;
        this.store = store;
        this.surveys = surveys;
        this.meet = meet;
        this.governor = governor;
        this.secrets = secrets;
    }

    /**
     * Links that somebody wants.
     *
     * @param customers local ids; who is named twice gets one link
     * @param met external ids of those of them that may be new here
     * @param unasked whether the contact rules are to be left aside
     */
    record Order(UUID survey, List<UUID> customers, List<String> met, int validDays, boolean unasked) {
        Order {
            customers = customers.stream().distinct().toList();
            met = List.copyOf(met);
        }
    }

    Uni<MintSurveyLinksPayload> run(String tenant, Order order) {
        if (order.customers().isEmpty() || order.customers().size() > MOST) {
            return Uni.createFrom()
                    .item(refused("INVALID", "input.customers", "1 to " + MOST + " customers are taken at once."));
        }
        if (order.validDays() < 1 || order.validDays() > LONGEST_DAYS) {
            return Uni.createFrom()
                    .item(refused("INVALID", "input.validDays", "A link lives 1 to " + LONGEST_DAYS + " days."));
        }
        return database.write(tenant, transaction -> surveys.byIds(transaction, tenant, List.of(order.survey()))
                .flatMap(found -> store.keys(transaction, tenant)
                        .flatMap(keys -> minted(transaction, tenant, order, found, keys))));
    }

    private Uni<MintSurveyLinksPayload> minted(
            SqlConnection transaction, String tenant, Order order, List<Survey> found, List<SigningKey> keys) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(refused("NOT_FOUND", "input.survey", "There is no such survey."));
        }
        if (found.get(0).status() == SurveyStatus.CLOSED) {
            return Uni.createFrom().item(refused("SURVEY_CLOSED", "input.survey", "The survey takes no more answers."));
        }
        Optional<SigningKey> live = keys.stream().filter(SigningKey::isLive).findFirst();
        if (live.isEmpty()) {
            return Uni.createFrom().item(refused("NO_KEY", "input", "No signing key lives; make one first."));
        }
        Signer signer = new Signer(tenant, found.get(0), live.get());
        return meet.run(transaction, tenant, order.met())
                .flatMap(met -> store.customers(transaction, tenant, order.customers()))
                .flatMap(known -> known.keySet().containsAll(order.customers())
                        ? withheld(transaction, signer, order)
                                .flatMap(withheld -> links(transaction, signer, order, known, withheld))
                        : Uni.createFrom().item(refused("NOT_FOUND", "input.customers", "A customer is not known.")));
    }

    private Uni<Map<UUID, Withheld>> withheld(SqlConnection transaction, Signer signer, Order order) {
        return order.unasked()
                ? Uni.createFrom().item(Map.of())
                : governor.runAlone(
                        transaction,
                        signer.tenant(),
                        order.survey(),
                        signer.survey().asked().type(),
                        order.customers());
    }

    private Uni<MintSurveyLinksPayload> links(
            SqlConnection transaction,
            Signer signer,
            Order order,
            Map<UUID, String> known,
            Map<UUID, Withheld> withheld) {
        Map<UUID, String> nonces = new LinkedHashMap<>();
        order.customers().stream()
                .filter(customer -> !withheld.containsKey(customer))
                .forEach(customer -> nonces.put(customer, nonce()));
        Map<String, UUID> answers = new HashMap<>();
        nonces.forEach((customer, nonce) -> answers.put(VerifyToken.responseOf(nonce), customer));
        return governor.reserve(transaction, signer.tenant(), order.survey(), answers)
                .map(mintedAt -> expiry(mintedAt, order.validDays()))
                .map(expiresAt -> new MintSurveyLinksPayload(
                        nonces.entrySet().stream()
                                .map(made -> link(signer, made, String.valueOf(known.get(made.getKey())), expiresAt))
                                .toList(),
                        order.customers().stream()
                                .flatMap(customer -> Stream.ofNullable(withheld.get(customer))
                                        .map(why -> withheld(customer, String.valueOf(known.get(customer)), why)))
                                .toList(),
                        List.of()));
    }

    private static Instant expiry(Instant mintedAt, int validDays) {
        return mintedAt.plus(Duration.ofDays(validDays)).truncatedTo(ChronoUnit.SECONDS);
    }

    private static WithheldLink withheld(UUID customer, String externalId, Withheld why) {
        return new WithheldLink(customer, externalId, why.reason(), why.until());
    }

    private record Signer(String tenant, Survey survey, SigningKey key) {}

    private static String nonce() {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** @param made nonce by customer */
    private SurveyLink link(Signer signer, Map.Entry<UUID, String> made, String externalId, Instant expiresAt) {
        UUID customer = made.getKey();
        String nonce = made.getValue();
        String publicKey = signer.survey().publicKey();
        String keyId = signer.key().keyId();
        String token = SignedToken.link(
                secrets.secret(signer.tenant(), keyId, signer.key().salt()),
                keyId,
                new SignedToken.Claims(publicKey, customer.toString(), expiresAt, nonce));
        String url = config.publicUrl().resolve("/w/v1/link/" + publicKey) + "#t=" + token;
        return new SurveyLink(customer, externalId, url, VerifyToken.responseOf(nonce), expiresAt);
    }

    private static MintSurveyLinksPayload refused(String code, String field, String message) {
        return MintSurveyLinksPayload.refused(code, field, message);
    }
}
