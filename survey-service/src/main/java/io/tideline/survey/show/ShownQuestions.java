package io.tideline.survey.show;

import io.tideline.survey.survey.Branch;
import io.tideline.survey.survey.Choice;
import io.tideline.survey.survey.FollowUp;
import io.tideline.survey.survey.Question;
import io.tideline.survey.survey.TranslatedText;
import io.tideline.survey.survey.Translation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a survey in one language: that which was asked for, by lookup and then by filtering of RFC 4647, or else the one it was written in.
 * What a translation leaves out stays in that too; nothing is ever hidden for want of words.
 */
final class ShownQuestions {
    private final Question asked;
    private final Optional<Translation> translation;
    private final Map<String, String> texts;

    private ShownQuestions(Question asked, Optional<Translation> translation) {
        this.asked = asked;
        this.translation = translation;
        this.texts = translation.stream()
                .flatMap(one -> one.texts() == null ? Stream.of() : one.texts().stream())
                .collect(Collectors.toMap(TranslatedText::key, TranslatedText::text, (first, second) -> first));
    }

    /** @param wanted language ranges as in Accept-Language; null for none */
    static ShownQuestions in(Question asked, @Nullable String wanted) {
        return new ShownQuestions(asked, asked.translation(wanted));
    }

    JsonObject body() {
        JsonObject body = new JsonObject()
                .put("type", asked.type().text())
                .put("title", translation.map(Translation::title).orElse(asked.title()))
                .put("question", translation.map(Translation::question).orElse(asked.text()))
                .put("language", translation.map(Translation::language).orElse(asked.language()))
                .put(
                        "scale",
                        new JsonObject()
                                .put("lowest", asked.type().lowest())
                                .put("highest", asked.type().highest())
                                .put("higherIsBetter", asked.type().higherIsBetter()));
        List<FollowUp> followUps = asked.design().followUps();
        return followUps.isEmpty()
                ? body
                : body.put("branches", ways(asked.design().branches()))
                        .put("followUps", array(followUps.stream().map(this::followUp)));
    }

    private JsonObject followUp(FollowUp one) {
        JsonObject body = new JsonObject()
                .put("key", one.key())
                .put("kind", one.kind().name())
                .put("text", text(one.key(), one.text()))
                .put("required", one.mustBeAnswered());
        if (one.options() != null) {
            body.put("options", array(one.options().stream().map(option -> option(one, option))));
        }
        return one.branches() == null ? body : body.put("branches", ways(one.branches()));
    }

    private JsonObject option(FollowUp one, Choice option) {
        return new JsonObject()
                .put("key", option.key())
                .put("text", text(one.key() + "." + option.key(), option.text()));
    }

    private String text(String key, String written) {
        return Objects.requireNonNullElse(texts.get(key), written);
    }

    private static JsonArray ways(List<Branch> branches) {
        return array(branches.stream().map(way -> {
            JsonObject body = new JsonObject().put("goTo", way.goTo());
            Optional.ofNullable(way.atLeast()).ifPresent(least -> body.put("atLeast", least));
            Optional.ofNullable(way.atMost()).ifPresent(most -> body.put("atMost", most));
            Optional.ofNullable(way.anyOf()).ifPresent(any -> body.put("anyOf", new JsonArray(any)));
            return body;
        }));
    }

    private static JsonArray array(Stream<JsonObject> bodies) {
        return new JsonArray(bodies.toList());
    }
}
