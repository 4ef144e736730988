package io.tideline.survey.survey;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The statements of surveys and their versions. */
@ApplicationScoped
public class SurveyStore {
    private static final String FIND = Sql.load(SurveyStore.class, "find_surveys.sql");
    private static final String FIND_VERSION = Sql.load(SurveyStore.class, "find_survey_version.sql");
    private static final String FIND_VERSIONS = Sql.load(SurveyStore.class, "find_versions.sql");
    private static final String LOCK_PUBLICATION = Sql.load(SurveyStore.class, "lock_publication.sql");
    private static final String LOCK = Sql.load(SurveyStore.class, "lock_surveys.sql");
    private static final String MAKE = Sql.load(SurveyStore.class, "make_surveys.sql");
    private static final String ADD_VERSIONS = Sql.load(SurveyStore.class, "add_versions.sql");
    private static final String OPEN = Sql.load(SurveyStore.class, "open_survey.sql");
    private static final String SET_QUOTA = Sql.load(SurveyStore.class, "set_quota.sql");
    private static final String CLOSE = Sql.load(SurveyStore.class, "close_survey.sql");

    private final Database database;

    public SurveyStore(Database database) {
        this.database = database;
    }

    /** The id of the survey with this key, whether it exists or not. */
    public static UUID id(String tenant, String key) {
        return Ids.uuid(tenant, "survey", key);
    }

    public Uni<List<Survey>> all(String tenant) {
        return database.query(tenant, FIND, Tuple.tuple().addString(tenant).addArrayOfUUID(null))
                .map(SurveyStore::surveys);
    }

    public Uni<List<Survey>> byIds(String tenant, Collection<UUID> ids) {
        return database.query(tenant, FIND, found(tenant, ids)).map(SurveyStore::surveys);
    }

    public Uni<List<Survey>> byIds(SqlConnection transaction, String tenant, Collection<UUID> ids) {
        return transaction.preparedQuery(FIND).execute(found(tenant, ids)).map(SurveyStore::surveys);
    }

    /** The survey as one of its versions asks it; empty where it has no such version. */
    public Uni<Optional<Survey>> inVersion(
            SqlConnection transaction, String tenant, UUID survey, @Nullable Integer version) {
        return transaction
                .preparedQuery(FIND_VERSION)
                .execute(Tuple.of(tenant, survey, version))
                .map(rows -> surveys(rows).stream().findFirst());
    }

    Uni<List<SurveyVersion>> versions(String tenant, Collection<UUID> surveys) {
        return database.query(
                        tenant, FIND_VERSIONS, Tuple.tuple().addString(tenant).addArrayOfUUID(array(surveys)))
                .map(rows -> list(rows, SurveyStore::version));
    }

    /** Of two publications of a survey the later reads what the earlier made of it. */
    Uni<Void> lockPublication(SqlConnection transaction, String tenant, UUID survey) {
        return transaction
                .preparedQuery(LOCK_PUBLICATION)
                .execute(Tuple.of(tenant, survey))
                .replaceWithVoid();
    }

    Uni<Void> lock(SqlConnection transaction, String tenant, Collection<String> keys) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.tuple().addString(tenant).addArrayOfString(keys.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Makes the surveys that are not there yet; returns the ids of those that it made. */
    Uni<List<UUID>> make(SqlConnection transaction, String tenant, Map<String, Question> byKey) {
        List<Map.Entry<String, Question>> made = List.copyOf(byKey.entrySet());
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(
                        made.stream().map(survey -> id(tenant, survey.getKey())).toArray(UUID[]::new))
                .addArrayOfString(made.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .addArrayOfString(made.stream().map(survey -> PublicKey.fresh()).toArray(String[]::new));
        return transaction
                .preparedQuery(MAKE)
                .execute(withQuestions(
                        arguments, made.stream().map(Map.Entry::getValue).toList()))
                .map(rows -> list(rows, row -> row.getUUID("survey_id")));
    }

    Uni<Void> addVersions(SqlConnection transaction, String tenant, Map<UUID, Question> bySurvey) {
        List<Map.Entry<UUID, Question>> added = List.copyOf(bySurvey.entrySet());
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(added.stream().map(Map.Entry::getKey).toArray(UUID[]::new));
        return transaction
                .preparedQuery(ADD_VERSIONS)
                .execute(withQuestions(
                        arguments, added.stream().map(Map.Entry::getValue).toList()))
                .replaceWithVoid();
    }

    /** What opens with a survey; what is null stays as it is. */
    record Opening(@Nullable List<String> origins, @Nullable Quota quota, @Nullable Target target) {}

    Uni<Void> open(SqlConnection transaction, String tenant, UUID survey, Opening opening) {
        List<String> origins = opening.origins();
        Target target = opening.target();
        String[] allowed = origins == null ? null : origins.toArray(String[]::new);
        return transaction
                .preparedQuery(OPEN)
                .execute(Tuple.tuple()
                        .addString(tenant)
                        .addUUID(survey)
                        .addArrayOfString(allowed)
                        .addString(target == null ? null : target.write()))
                .flatMap(opened -> setQuota(transaction, tenant, survey, opening.quota()));
    }

    private static Uni<Void> setQuota(SqlConnection transaction, String tenant, UUID survey, @Nullable Quota quota) {
        return quota == null
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(SET_QUOTA)
                        .execute(Tuple.of(tenant, survey, quota.most(), quota.isHard()))
                        .replaceWithVoid();
    }

    /** Whether there was such a survey. */
    Uni<Boolean> close(SqlConnection transaction, String tenant, UUID survey) {
        return transaction
                .preparedQuery(CLOSE)
                .execute(Tuple.of(tenant, survey))
                .map(rows -> rows.size() > 0);
    }

    private static Tuple found(String tenant, Collection<UUID> ids) {
        return Tuple.tuple().addString(tenant).addArrayOfUUID(array(ids));
    }

    private static Tuple withQuestions(Tuple arguments, List<Question> questions) {
        return arguments
                .addArrayOfString(texts(questions, question -> question.type().text()))
                .addArrayOfShort(numbers(questions, question -> question.type().lowest()))
                .addArrayOfShort(numbers(questions, question -> question.type().highest()))
                .addArrayOfBoolean(questions.stream()
                        .map(question -> question.type().higherIsBetter())
                        .toArray(Boolean[]::new))
                .addArrayOfString(texts(questions, Question::title))
                .addArrayOfString(texts(questions, Question::text))
                .addArrayOfString(texts(questions, Question::language))
                .addArrayOfString(texts(questions, question -> question.design().write()));
    }

    private static String[] texts(List<Question> questions, Function<Question, @Nullable String> field) {
        return questions.stream().map(field).toArray(String[]::new);
    }

    private static Short[] numbers(List<Question> questions, Function<Question, Integer> field) {
        return questions.stream().map(field).map(Integer::shortValue).toArray(Short[]::new);
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static List<Survey> surveys(RowSet<Row> rows) {
        return list(rows, SurveyStore::survey);
    }

    private static Survey survey(Row row) {
        String[] origins = row.getArrayOfStrings("allowed_origins");
        Integer most = row.getInteger("quota_most");
        return new Survey(
                row.getUUID("survey_id"),
                row.getString("key"),
                row.getString("public_key"),
                SurveyStatus.valueOf(row.getString("status")),
                row.getInteger("version"),
                new Question(
                        type(row),
                        row.getString("title"),
                        row.getString("question"),
                        row.getString("language"),
                        SurveyDesign.read(row.getString("design"))),
                origins == null ? null : List.of(origins),
                most == null ? null : new Quota(most, row.getBoolean("quota_hard")),
                Target.read(row.getString("target")),
                row.getOffsetDateTime("published_at").toInstant(),
                instant(row, "closed_at"));
    }

    private static SurveyVersion version(Row row) {
        return new SurveyVersion(
                row.getUUID("survey_id"),
                row.getInteger("version"),
                row.getString("type"),
                row.getString("title"),
                row.getString("question"),
                row.getString("language"),
                row.getOffsetDateTime("recorded_at").toInstant());
    }

    private static SurveyType type(Row row) {
        return SurveyType.of(row.getString("type"))
                .orElseThrow(() -> new IllegalStateException("Stored type " + row.getString("type")));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> reader) {
        return StreamSupport.stream(rows.spliterator(), false).map(reader).toList();
    }
}
