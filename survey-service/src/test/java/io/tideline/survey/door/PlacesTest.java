package io.tideline.survey.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places(3, 2);

    @Test
    void aSurveyTakesSomeAndAllTogetherTakeSoMany() {
        hold("a", new CompletableFuture<>());
        hold("a", new CompletableFuture<>());

        assertThat(status("a")).isEqualTo(429);
        assertThat(status("b")).isZero();
        assertRefused("a", 429);

        hold("b", new CompletableFuture<>());

        assertThat(status("b")).isEqualTo(503);
        assertRefused("c", 503);
        assertThat(places.taken()).isEqualTo(3);
    }

    @Test
    void whoCannotTellTheSurveyIsTurnedAwayForAllOfThemOnly() {
        hold("a", new CompletableFuture<>());
        hold("a", new CompletableFuture<>());

        assertThat(status(null)).isZero();

        hold("b", new CompletableFuture<>());

        assertThat(status(null)).isEqualTo(503);
    }

    @Test
    void aPlaceIsFreeHoweverTheWorkEnds() {
        List<CompletableFuture<String>> works =
                Stream.generate(CompletableFuture<String>::new).limit(2).toList();
        works.forEach(work -> hold("a", work));
        works.get(0).complete("done");
        works.get(1).completeExceptionally(new IllegalStateException("lost"));
        hold("a", new CompletableFuture<>()).cancel();
        places.hold("a", () -> {
                    throw new IllegalStateException("before it began");
                })
                .subscribe()
                .with(item -> {}, failure -> {});

        assertThat(places.taken()).isZero();
        assertThat(status("a")).isZero();
    }

    private Cancellable hold(String survey, CompletableFuture<String> work) {
        return places.hold(survey, () -> Uni.createFrom().completionStage(work))
                .subscribe()
                .with(item -> {}, failure -> {});
    }

    private int status(@Nullable String survey) {
        DoorRefusal refusal = places.refusal(() -> survey);
        return refusal == null ? 0 : refusal.status();
    }

    private void assertRefused(String survey, int status) {
        assertThatThrownBy(() -> hold(survey, new CompletableFuture<>()))
                .isInstanceOfSatisfying(DoorRefusal.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(status));
    }
}
