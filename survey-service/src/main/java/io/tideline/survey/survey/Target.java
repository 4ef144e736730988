package io.tideline.survey.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** Where and to whom a survey opens. The page judges what it alone knows, the service who its customers are. */
@Type("Target")
@Input("TargetInput")
@Description(
        "Where a popover opens and to whom the survey is shown. All that is given must hold; without anything, everywhere and to everybody.")
public record Target(
        @Nullable @Description("Addresses of pages, with * for any text, of which one must fit.")
                List<@NonNull String> urls,
        @Nullable @Description("Properties that the page tells; all must fit.")
                List<@NonNull TargetProperty> properties,
        @Nullable @Description("Event of the page that opens it.") String event,
        @Nullable @Description("Seconds it waits then, up to 86400.") Integer delaySeconds,
        @Nullable @Description("Markets of signed visitors.") List<@NonNull String> markets,
        @Nullable @Description("Languages of signed visitors.") List<@NonNull String> languages,
        @Nullable @Description("Sources of signed visitors.") List<@NonNull String> sources,
        @Nullable @Description("Tags of which a signed visitor carries one.") List<@NonNull String> tags) {

    private static final int MOST = 50;
    private static final int LONGEST = 500;
    private static final int LONGEST_DELAY = 86_400;
    private static final JsonMapper JSON = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private static final Target ANYBODY = new Target(null, null, null, null, null, null, null, null);

    public Target {
        urls = copy(urls);
        properties = copy(properties);
        markets = copy(markets);
        languages = copy(languages);
        sources = copy(sources);
        tags = copy(tags);
    }

    /** What is empty is as if it were not given. */
    private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null || list.isEmpty() ? null : List.copyOf(list);
    }

    /** Whether only customers may see it, and so only visitors who are proved to be some. */
    @Ignore
    public boolean needsCustomer() {
        return Stream.of(markets, languages, sources, tags).anyMatch(Objects::nonNull);
    }

    boolean isReadable() {
        Stream<String> texts = Stream.of(urls, markets, languages, sources, tags)
                .filter(Objects::nonNull)
                .flatMap(List::stream);
        Stream<String> told = properties == null
                ? Stream.of()
                : properties.stream().flatMap(one -> Stream.concat(Stream.of(one.name()), one.anyOf().stream()));
        boolean few = Stream.of(urls, properties, markets, languages, sources, tags)
                .noneMatch(list -> list != null && list.size() > MOST);
        return few
                && (delaySeconds == null || (delaySeconds >= 0 && delaySeconds <= LONGEST_DELAY))
                && Stream.concat(Stream.ofNullable(event), Stream.concat(texts, told))
                        .allMatch(text -> !text.isBlank() && text.length() <= LONGEST && text.indexOf('\0') < 0);
    }

    public static @Nullable Target read(@Nullable String text) {
        try {
            return text == null ? null : JSON.readValue(text, Target.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Stored target", broken);
        }
    }

    /** Empty text where anybody fits. */
    String write() {
        try {
            return equals(ANYBODY) ? "" : JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
