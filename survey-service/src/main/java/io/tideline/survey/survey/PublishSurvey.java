package io.tideline.survey.survey;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.UserError;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opens a survey, new, asked anew or closed before. */
@ApplicationScoped
class PublishSurvey {
    private static final int MAX_KEY = 100;
    private static final int MAX_TEXT = 1000;
    private static final int MAX_ORIGINS = 50;
    private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[^\\s/?#@]{1,255}");

    private final Database database;
    private final PublishSurveys surveys;
    private final SurveyStore store;

    PublishSurvey(Database database, PublishSurveys surveys, SurveyStore store) {
        this.database = database;
        this.surveys = surveys;
        this.store = store;
    }

    Uni<PublishSurveyPayload> run(String tenant, PublishSurveyInput input) {
        Optional<SurveyType> type = SurveyType.of(input.type());
        if (type.isEmpty()) {
            return refused(new UserError("UNKNOWN_TYPE", "input.type", "Known types are " + SurveyType.names() + "."));
        }
        List<String> origins = input.allowedOrigins() == null
                ? null
                : input.allowedOrigins().stream()
                        .map(origin -> origin.toLowerCase(Locale.ROOT))
                        .toList();
        Optional<UserError> wrong = wrong(input, origins);
        if (wrong.isPresent()) {
            return refused(wrong.get());
        }
        SurveyStore.Opening opening = new SurveyStore.Opening(origins, input.quota(), input.target());
        UUID id = SurveyStore.id(tenant, input.key());
        return database.write(tenant, transaction -> store.lockPublication(transaction, tenant, id)
                .flatMap(locked -> store.byIds(transaction, tenant, List.of(id)))
                .flatMap(known -> publish(transaction, tenant, wanted(input, type.get(), known), opening)));
    }

    private static Optional<UserError> wrong(PublishSurveyInput input, @Nullable List<String> origins) {
        if (isBad(input.key(), MAX_KEY)) {
            return invalid("key", "A key has 1 to " + MAX_KEY + " characters.");
        }
        if (isBad(input.title(), MAX_TEXT) || isBad(input.question(), MAX_TEXT) || isBad(input.language(), MAX_KEY)) {
            return invalid("question", "Texts have 1 to " + MAX_TEXT + " characters.");
        }
        if (origins != null && !areOrigins(origins)) {
            return invalid("allowedOrigins", "An origin is a scheme and a host: https://shop.example");
        }
        Quota quota = input.quota();
        if (quota != null && (quota.most() < 0 || quota.most() > Quota.HIGHEST)) {
            return invalid("quota", "0 to " + Quota.HIGHEST + " answers are taken.");
        }
        return input.target() == null || input.target().isReadable()
                ? Optional.empty()
                : invalid("target", "At most 50 texts of 1 to 500 characters and 86400 seconds are taken.");
    }

    private static Optional<UserError> invalid(String field, String message) {
        return Optional.of(new UserError("INVALID", "input." + field, message));
    }

    /** A design is one: what is left out of it stays as it is. */
    private static WantedSurvey wanted(PublishSurveyInput input, SurveyType type, List<Survey> known) {
        SurveyDesign before =
                known.isEmpty() ? SurveyDesign.NONE : known.get(0).asked().design();
        SurveyDesign design = new SurveyDesign(
                Objects.requireNonNullElse(input.branches(), before.branches()),
                Objects.requireNonNullElse(input.followUps(), before.followUps()),
                Objects.requireNonNullElse(input.translations(), before.translations()));
        return new WantedSurvey(input.key(), type, input.title(), input.question(), input.language(), design);
    }

    private Uni<PublishSurveyPayload> publish(
            SqlConnection transaction, String tenant, WantedSurvey wanted, SurveyStore.Opening opening) {
        UUID id = SurveyStore.id(tenant, wanted.key());
        Optional<UserError> wrong =
                DesignRules.refusal(Objects.requireNonNullElse(wanted.design(), SurveyDesign.NONE), wanted.type());
        return wrong.map(PublishSurvey::refused).orElseGet(() -> surveys.run(
                        transaction, tenant, Map.of(wanted.key(), wanted), PublishSurveys.TypeChange.ALLOWED)
                .flatMap(done -> store.open(transaction, tenant, id, opening))
                .flatMap(opened -> store.byIds(transaction, tenant, List.of(id)))
                .map(found -> new PublishSurveyPayload(found.get(0), List.of())));
    }

    private static boolean areOrigins(List<String> origins) {
        return origins.size() <= MAX_ORIGINS
                && origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches());
    }

    private static boolean isBad(@Nullable String text, int longest) {
        return text != null && (text.isBlank() || text.length() > longest || !isStorable(text));
    }

    /** PostgreSQL stores no NUL and UTF-8 has no lone surrogate. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    private static Uni<PublishSurveyPayload> refused(UserError error) {
        return Uni.createFrom().item(new PublishSurveyPayload(null, List.of(error)));
    }
}
