package io.tideline.survey.feedback;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.feed.OutboxEvent;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Database;
import io.tideline.survey.sentiment.TextLanguage;
import io.tideline.survey.survey.SurveyStore;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gives a survey themes of its own; its latest comments are looked through for them afterwards. */
@ApplicationScoped
class SetSurveyThemes {
    private static final int MOST = 50;
    private static final int LONGEST = 50;

    private final Database database;
    private final SurveyStore surveys;
    private final ThemeStore store;
    private final Outbox outbox;

    SetSurveyThemes(Database database, SurveyStore surveys, ThemeStore store, Outbox outbox) {
        this.database = database;
        this.surveys = surveys;
        this.store = store;
        this.outbox = outbox;
    }

    Uni<SetSurveyThemesPayload> run(Caller caller, SetSurveyThemesInput input) {
        UUID survey = GlobalId.uuid("Survey", input.survey());
        Optional<SetSurveyThemesPayload> refusal = refusal(input);
        if (refusal.isPresent()) {
            return Uni.createFrom().item(refusal.get());
        }
        List<Theme> themes = input.themes().stream()
                .map(theme -> theme(input.language(), theme))
                .toList();
        return database.write(
                caller.tenant(), transaction -> surveys.byIds(transaction, caller.tenant(), List.of(survey))
                        .flatMap(found -> found.isEmpty()
                                ? Uni.createFrom()
                                        .item(SetSurveyThemesPayload.refused(
                                                "NOT_FOUND", "input.survey", "There is no such survey."))
                                : store.replace(transaction, caller, survey, input.language(), themes)
                                        .flatMap(replaced -> tell(transaction, caller, survey, input.language()))
                                        .replaceWith(payload(input.language(), themes))));
    }

    private Uni<Void> tell(SqlConnection transaction, Caller caller, UUID survey, String language) {
        return outbox.append(
                transaction,
                caller.tenant(),
                List.of(OutboxEvent.of(
                        ThemesChanged.EVENT,
                        survey.toString(),
                        Instant.now(),
                        Map.of("survey", survey.toString(), "language", language))));
    }

    private static SetSurveyThemesPayload payload(String language, List<Theme> themes) {
        List<Theme> holding = themes.isEmpty() ? ThemeRules.usual(language) : themes;
        return new SetSurveyThemesPayload(holding.stream().map(SurveyTheme::of).toList(), List.of());
    }

    private static Theme theme(String language, SurveyThemeInput input) {
        return new Theme(
                input.theme().strip(),
                language,
                input.keywords().stream()
                        .map(keyword -> keyword.strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList());
    }

    private static Optional<SetSurveyThemesPayload> refusal(SetSurveyThemesInput input) {
        if (Arrays.stream(TextLanguage.values())
                .noneMatch(known -> known.isRead() && known.tag().equals(input.language()))) {
            return refused("input.language", "Comments of this language are not read.");
        }
        Set<String> names = new HashSet<>();
        boolean once = input.themes().stream()
                .allMatch(theme -> names.add(theme.theme().strip()));
        if (!once || input.themes().size() > MOST) {
            return refused("input.themes", "At most " + MOST + " themes are taken, each name once.");
        }
        boolean good = input.themes().stream()
                .allMatch(theme -> isGood(theme.theme())
                        && !theme.keywords().isEmpty()
                        && theme.keywords().size() <= MOST
                        && theme.keywords().stream().allMatch(SetSurveyThemes::isGood));
        return good
                ? Optional.empty()
                : refused(
                        "input.themes",
                        "A theme has a name and 1 to " + MOST + " keywords of 1 to " + LONGEST + " characters each.");
    }

    private static boolean isGood(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.indexOf('\0') < 0;
    }

    private static Optional<SetSurveyThemesPayload> refused(String field, String message) {
        return Optional.of(SetSurveyThemesPayload.refused("INVALID", field, message));
    }
}
