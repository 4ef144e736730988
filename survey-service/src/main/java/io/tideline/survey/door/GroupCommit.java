package io.tideline.survey.door;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes in as few transactions as the load allows. While a writer is free a request is written at once and alone; while all are busy those that come wait, and
 * the next writer takes all of one survey together. There is no timer: a request waits for transactions under way and nothing else, and is answered after the
 * commit of its own. Surveys take turns and none has all writers, so that one that waits for a lock leaves the others alone. Where a batch fails for what is in it, its requests are written one by one, so that one does not fail the others.
 *
 * @param <T> a request
 * @param <R> what became of it
 */
public final class GroupCommit<T, R> {
    private final Work<T, R> work;
    private final Limits limits;
    private final Map<String, Deque<Waiting<T, R>>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> underWay = new HashMap<>();
    private int free;
    private int inLine;

    public GroupCommit(Limits limits, Work<T, R> work) {
        this.free = limits.writers();
        this.limits = limits;
        this.work = work;
    }

    /**
     * @param writers transactions under way at once
     * @param perSurvey of these, how many may be of one survey
     * @param most requests in one transaction
     * @param line requests that may wait; the next is refused with 503
     * @param linePerSurvey of these, how many may be for one survey; the next is refused with 429
     */
    public record Limits(int writers, int perSurvey, int most, int line, int linePerSurvey) {}

    /** Writes requests of one survey in a transaction of its own. */
    public interface Work<T, R> {
        /** @return what became of each, in the same order, after the commit */
        CompletionStage<List<R>> run(List<T> requests);
    }

    private record Waiting<T, R>(String id, T request, CompletableFuture<R> result) {}

    private record Batch<T, R>(String survey, List<Waiting<T, R>> requests) {}

    /**
     * Writes a request with others or alone; one that is cancelled while it waits leaves the line and is not written.
     *
     * @param id what two requests of a survey must not share in one transaction; the later waits for the next
     */
    public CompletableFuture<R> submit(String survey, String id, T request) {
        Result result = new Result(survey);
        Optional<DoorRefusal> refusal = lineUp(survey, new Waiting<>(id, request, result), 1);
        refusal.ifPresentOrElse(result::completeExceptionally, this::writeOn);
        return result;
    }

    /** As {@link #submit}, but empty where half of either line is taken. */
    Optional<CompletableFuture<R>> submitToFirstHalf(String survey, String id, T request) {
        Result result = new Result(survey);
        if (lineUp(survey, new Waiting<>(id, request, result), 2).isPresent()) {
            return Optional.empty();
        }
        writeOn();
        return Optional.of(result);
    }

    /** Who gives up frees the place in the line. */
    private final class Result extends CompletableFuture<R> {
        private final String survey;

        Result(String survey) {
            this.survey = survey;
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            boolean cancelled = super.cancel(mayInterrupt);
            leave(survey, this);
            return cancelled;
        }
    }

    /** @param parts of the line, of which this may use the first: its half, rounded up, or all */
    private synchronized Optional<DoorRefusal> lineUp(String survey, Waiting<T, R> one, int parts) {
        Deque<Waiting<T, R>> line = waiting.getOrDefault(survey, new ArrayDeque<>());
        if (line.size() >= first(limits.linePerSurvey(), parts)) {
            return Optional.of(DoorRefusal.tooMany(FloodGate.soon(1)));
        }
        if (inLine >= first(limits.line(), parts)) {
            return Optional.of(DoorRefusal.unavailable(FloodGate.soon(1)));
        }
        line.add(one);
        inLine++;
        waiting.put(survey, line);
        return Optional.empty();
    }

    private static int first(int places, int parts) {
        return (places + parts - 1) / parts;
    }

    private synchronized void leave(String survey, Result gone) {
        Deque<Waiting<T, R>> line = waiting.get(survey);
        if (line != null && line.removeIf(one -> one.result() == gone)) {
            inLine--;
            if (line.isEmpty()) {
                waiting.remove(survey);
            }
        }
    }

    synchronized int inLine() {
        return inLine;
    }

    private void writeOn() {
        for (Batch<T, R> batch = next(); batch != null; batch = next()) {
            write(batch);
        }
    }

    /** What is written next, for which a writer is taken; null where no writer is free or nobody may be written. */
    private synchronized @Nullable Batch<T, R> next() {
        Iterator<Map.Entry<String, Deque<Waiting<T, R>>>> turns =
                free == 0 ? Collections.emptyIterator() : waiting.entrySet().iterator();
        while (turns.hasNext()) {
            Map.Entry<String, Deque<Waiting<T, R>>> turn = turns.next();
            String survey = turn.getKey();
            if (underWay.getOrDefault(survey, 0) < limits.perSurvey()) {
                List<Waiting<T, R>> requests = new ArrayList<>();
                take(turn.getValue(), requests);
                turns.remove();
                if (!turn.getValue().isEmpty()) {
                    waiting.put(survey, turn.getValue());
                }
                if (!requests.isEmpty()) {
                    free--;
                    underWay.merge(survey, 1, Integer::sum);
                    return new Batch<>(survey, requests);
                }
                turns = waiting.entrySet().iterator();
            }
        }
        return null;
    }

    private void take(Deque<Waiting<T, R>> line, List<Waiting<T, R>> batch) {
        Set<String> ids = new HashSet<>();
        Iterator<Waiting<T, R>> each = line.iterator();
        while (each.hasNext() && batch.size() < limits.most()) {
            Waiting<T, R> one = each.next();
            if (one.result().isDone()) {
                each.remove();
                inLine--;
            } else if (ids.add(one.id())) {
                each.remove();
                inLine--;
                batch.add(one);
            }
        }
    }

    private void write(Batch<T, R> batch) {
        run(batch.requests(), (results, failure) -> {
            if (failure != null) {
                failed(batch, failure);
                return;
            }
            rest(batch.survey());
            complete(batch.requests(), results);
        });
    }

    private void run(List<Waiting<T, R>> requests, BiConsumer<List<R>, @Nullable Throwable> then) {
        try {
            work.run(requests.stream().map(Waiting::request).toList()).whenComplete(then);
        } catch (RuntimeException failure) {
            then.accept(List.of(), failure);
        }
    }

    private void complete(List<Waiting<T, R>> requests, List<R> results) {
        for (int place = 0; place < results.size(); place++) {
            requests.get(place).result().complete(results.get(place));
        }
    }

    private void failed(Batch<T, R> batch, Throwable failure) {
        if (batch.requests().size() > 1 && !DoorFaults.isAway(failure)) {
            oneByOne(batch.survey(), batch.requests().iterator());
            return;
        }
        rest(batch.survey());
        batch.requests().forEach(one -> one.result().completeExceptionally(failure));
    }

    private void oneByOne(String survey, Iterator<Waiting<T, R>> requests) {
        if (!requests.hasNext()) {
            rest(survey);
            return;
        }
        List<Waiting<T, R>> one = List.of(requests.next());
        run(one, (results, failure) -> {
            oneByOne(survey, requests);
            if (failure == null) {
                complete(one, results);
            } else {
                one.get(0).result().completeExceptionally(failure);
            }
        });
    }

    private void rest(String survey) {
        synchronized (this) {
            free++;
            underWay.computeIfPresent(survey, (key, writers) -> writers == 1 ? null : writers - 1);
        }
        writeOn();
    }
}
