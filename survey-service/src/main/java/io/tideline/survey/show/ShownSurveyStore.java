package io.tideline.survey.show;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.contact.ContactScope;
import io.tideline.survey.door.DoorPool;
import io.tideline.survey.survey.Question;
import io.tideline.survey.survey.SurveyDesign;
import io.tideline.survey.survey.SurveyType;
import io.tideline.survey.survey.Target;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one statement behind a survey as the public sees it. */
@ApplicationScoped
class ShownSurveyStore {
    private static final String LINK_STATE = Sql.load(ShownSurveyStore.class, "find_link.sql");
    private static final String FITS = Sql.load(ShownSurveyStore.class, "fits_target.sql");
    private static final String SHOW = Sql.load(ShownSurveyStore.class, "show_survey.sql");

    private final DoorPool pool;

    ShownSurveyStore(DoorPool pool) {
        this.pool = pool;
    }

    /** Empty where no open survey has the key. */
    Uni<Optional<ShownSurvey>> find(String publicKey, @Nullable String origin) {
        return pool.run(SHOW, Tuple.of(publicKey, origin))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(shown(rows.iterator().next())));
    }

    /** How far the one answer of a link is. */
    Uni<LinkState> link(String publicKey, String response) {
        return pool.run(LINK_STATE, Tuple.of(publicKey, response))
                .map(rows -> rows.iterator().next())
                .map(row -> new LinkState(
                        response, row.getBoolean("ended"), row.getInteger("score"), row.getBoolean("is_full")));
    }

    /** Whether a customer is of those that a target names. */
    Uni<Boolean> fits(SqlConnection transaction, String tenant, UUID customer, Target target) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addUUID(customer)
                .addArrayOfString(array(target.markets()))
                .addArrayOfString(array(target.languages()))
                .addArrayOfString(array(target.sources()))
                .addArrayOfString(array(target.tags()));
        return transaction.preparedQuery(FITS).execute(arguments).map(rows -> rows.size() > 0);
    }

    private static String @Nullable [] array(@Nullable List<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }

    private static JsonArray contact(@Nullable String rules, SurveyType type) {
        return new JsonArray(new JsonArray(rules == null ? "[]" : rules)
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(rule ->
                                ContactScope.valueOf(rule.getString("scope")).concerns(type))
                        .toList());
    }

    private static ShownSurvey shown(Row row) {
        SurveyType type = SurveyType.of(row.getString("type"))
                .orElseThrow(() -> new IllegalStateException("Stored type " + row.getString("type")));
        return new ShownSurvey(
                row.getInteger("version"),
                new Question(
                        type,
                        row.getString("title"),
                        row.getString("question"),
                        row.getString("language"),
                        SurveyDesign.read(row.getString("design"))),
                Target.read(row.getString("target")),
                contact(row.getString("contact"), type),
                row.getBoolean("is_full"),
                row.getBoolean("refused"));
    }
}
