package io.tideline.survey.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private final List<List<String>> begun = new ArrayList<>();
    private final List<CompletableFuture<String>> sent = new ArrayList<>();
    private final List<CompletableFuture<List<String>>> commits = new ArrayList<>();

    @Test
    void writesAloneWhileAWriterIsFreeAndTogetherWhileNoneIs() {
        GroupCommit<String, String> group = held(1, 1);

        CompletableFuture<String> first = submit(group, "s", "a");
        CompletableFuture<String> second = submit(group, "s", "b");
        CompletableFuture<String> third = submit(group, "s", "c");
        assertThat(begun).containsExactly(List.of("a"));
        commit(0);

        assertThat(first).isCompletedWithValue("stored a");
        assertThat(begun).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(second).isNotDone();
        commit(1);
        assertThat(second).isCompletedWithValue("stored b");
        assertThat(third).isCompletedWithValue("stored c");
    }

    @Test
    void twoOfOneIdAreNeverInOneTransaction() {
        GroupCommit<String, String> group = held(1, 1);

        send(group, "s", "a");
        send(group, "s", "b");
        send(group, "s", "b");
        send(group, "s", "c");
        commit(0);
        commit(1);

        assertThat(begun).containsExactly(List.of("a"), List.of("b", "c"), List.of("b"));
    }

    @Test
    void surveysTakeTurnsAndNoneHasAllWriters() {
        GroupCommit<String, String> group = held(2, 1);

        send(group, "busy", "a");
        send(group, "busy", "b");
        send(group, "calm", "c");
        send(group, "late", "d");

        assertThat(begun).containsExactly(List.of("a"), List.of("c"));
        commit(1);
        assertThat(begun.get(2)).containsExactly("d");
        commit(0);
        assertThat(begun.get(3)).containsExactly("b");
    }

    @Test
    void takesNoMoreThanItMayIntoOne() {
        GroupCommit<String, String> group = held(1, 1);

        send(group, "s", "first");
        IntStream.range(0, 5).forEach(number -> send(group, "s", "n" + number));
        commit(0);
        commit(1);

        assertThat(begun.get(1)).containsExactly("n0", "n1", "n2");
        assertThat(begun.get(2)).containsExactly("n3", "n4");
    }

    @Test
    void writesNothingForThoseWhoAreGone() {
        GroupCommit<String, String> group = held(1, 1);

        send(group, "s", "a");
        CompletableFuture<String> gone = submit(group, "s", "b");
        send(group, "s", "c");
        gone.cancel(false);
        assertThat(group.inLine()).isEqualTo(1);
        commit(0);

        assertThat(begun.get(1)).containsExactly("c");
        assertThat(group.inLine()).isZero();
    }

    @Test
    void theLineOfASurveyAndTheWholeLineEnd() {
        GroupCommit<String, String> group = held(1, 1);

        send(group, "s", "under way");
        IntStream.range(0, 5).forEach(number -> send(group, "s", "n" + number));
        CompletableFuture<String> sixth = submit(group, "s", "n5");
        send(group, "t", "other");
        CompletableFuture<String> seventh = submit(group, "u", "one too many");

        assertThat(statusOf(sixth)).isEqualTo(429);
        assertThat(statusOf(seventh)).isEqualTo(503);
        sent.get(1).cancel(false);
        assertThat(submit(group, "s", "n5")).isNotDone();
    }

    @Test
    void theSecondHalfOfALineIsNotForEverybody() {
        GroupCommit<String, String> group = held(1, 1);

        send(group, "s", "under way");
        IntStream.range(0, 2).forEach(number -> send(group, "s", "n" + number));
        Optional<CompletableFuture<String>> lastOfHalf = group.submitToFirstHalf("s", "n2", "n2");
        Optional<CompletableFuture<String>> beyond = group.submitToFirstHalf("s", "n3", "n3");
        Optional<CompletableFuture<String>> elsewhere = group.submitToFirstHalf("t", "n4", "n4");

        assertThat(lastOfHalf).isPresent();
        assertThat(beyond).isEmpty();
        assertThat(elsewhere).isEmpty();
        assertThat(group.inLine()).isEqualTo(3);
        assertThat(submit(group, "s", "n3")).isNotDone();
        commit(0);
        assertThat(begun.get(1)).containsExactly("n0", "n1", "n2");
    }

    private static int statusOf(CompletableFuture<String> refused) {
        return ((DoorRefusal) refused.handle((item, failure) -> failure).join()).status();
    }

    @Test
    void oneBadRequestFailsAlone() {
        GroupCommit<String, String> group = held(1, 1);
        IllegalStateException bad = new IllegalStateException("bad");

        send(group, "s", "a");
        CompletableFuture<String> good = submit(group, "s", "good");
        CompletableFuture<String> refused = submit(group, "s", "bad");
        commit(0);
        fail(1, bad);
        commit(2);
        fail(3, bad);

        assertThat(begun.subList(2, 4)).containsExactly(List.of("good"), List.of("bad"));
        assertThat(good).isCompletedWithValue("stored good");
        assertThat(refused).isCompletedExceptionally();
        send(group, "s", "next");
        assertThat(begun.get(4)).containsExactly("next");
    }

    @Test
    void whereTheDatabaseIsAwayItDoesNotTryEach() {
        GroupCommit<String, String> group = held(1, 1);

        send(group, "s", "a");
        CompletableFuture<String> second = submit(group, "s", "b");
        CompletableFuture<String> third = submit(group, "s", "c");
        commit(0);
        fail(1, new PgException("shutting down", "FATAL", "57P01", ""));

        assertThat(second).isCompletedExceptionally();
        assertThat(third).isCompletedExceptionally();
        assertThat(begun).hasSize(2);
    }

    @Test
    void everybodyGetsTheirOwnResultOnce() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicInteger most = new AtomicInteger();
        AtomicInteger now = new AtomicInteger();
        GroupCommit<String, String> group = new GroupCommit<>(
                new GroupCommit.Limits(3, 2, 16, 20_000, 20_000),
                requests -> CompletableFuture.supplyAsync(
                        () -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            List<String> stored = requests.stream()
                                    .map(GroupCommitTest::stored)
                                    .toList();
                            now.decrementAndGet();
                            return stored;
                        },
                        threads));
        ConcurrentLinkedQueue<CompletableFuture<String>> answers = new ConcurrentLinkedQueue<>();

        IntStream.range(0, 20_000)
                .parallel()
                .forEach(number -> answers.add(
                        submit(group, "s" + number % 5, "r" + number).thenApply(answer -> {
                            assertThat(answer).isEqualTo("stored r" + number);
                            return answer;
                        })));
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();

        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(20_000);
        assertThat(most.get()).isLessThanOrEqualTo(3);
        threads.shutdown();
    }

    /** Transactions that end when the test says so. */
    private GroupCommit<String, String> held(int writers, int perSurvey) {
        return new GroupCommit<>(new GroupCommit.Limits(writers, perSurvey, 3, 6, 5), requests -> {
            begun.add(requests);
            CompletableFuture<List<String>> commit = new CompletableFuture<>();
            commits.add(commit);
            return commit;
        });
    }

    private void send(GroupCommit<String, String> group, String survey, String request) {
        sent.add(submit(group, survey, request));
    }

    private static CompletableFuture<String> submit(GroupCommit<String, String> group, String survey, String request) {
        return group.submit(survey, request, request);
    }

    private void commit(int number) {
        commits.get(number)
                .complete(
                        begun.get(number).stream().map(GroupCommitTest::stored).toList());
    }

    private void fail(int number, Throwable failure) {
        commits.get(number).completeExceptionally(failure);
    }

    private static String stored(String request) {
        return "stored " + request;
    }
}
