package io.tideline.gateway.http;

import io.tideline.gateway.subgraph.SubgraphFailure;
import io.tideline.gateway.subgraph.SubgraphStreams;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One subscription from event to answer. Events are answered one after the other on the client's own context; what
 * comes meanwhile waits, and a client for whom too much waits is cut off.
 */
final class LiveQuery implements SubgraphStreams.Listener {
    private final Context context;
    private final Sink sink;
    private final Function<byte[], Future<Answer>> answering;
    private final int patience;
    private final Runnable whenOver;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean ended;
    private boolean over;
    private @Nullable Answer lastWord;

    /**
     * @param answering answers one event
     * @param patience events that may wait
     */
    LiveQuery(Context context, Sink sink, Function<byte[], Future<Answer>> answering, int patience, Runnable whenOver) {
        this.context = context;
        this.sink = sink;
        this.answering = answering;
        this.patience = patience;
        this.whenOver = whenOver;
    }

    @Override
    public void next(byte[] event) {
        context.runOnContext(any -> {
            if (over) {
                return;
            }
            if (waiting.size() >= patience) {
                stop();
                sink.cut();
                return;
            }
            waiting.add(event);
            proceed();
        });
    }

    @Override
    public void ended(@Nullable SubgraphFailure failure) {
        end(failure == null ? null : Errors.unavailable(failure));
    }

    /** Ends after all that waits was answered; {@code word} is the last answer, if there is one. */
    void end(@Nullable Answer word) {
        context.runOnContext(any -> {
            ended = true;
            lastWord = word;
            proceed();
        });
    }

    /** Ends at once because the token did. */
    void expire(Answer reason) {
        context.runOnContext(any -> {
            if (!over) {
                stop();
                sink.expire(reason);
            }
        });
    }

    private void proceed() {
        if (busy || over) {
            return;
        }
        if (sink.isFull()) {
            sink.onRoom(this::proceed);
            return;
        }
        byte[] event = waiting.poll();
        if (event != null) {
            busy = true;
            answering.apply(event).onComplete(done -> context.runOnContext(any -> answered(done.result())));
        } else if (ended) {
            stop();
            Answer word = lastWord;
            if (word != null) {
                sink.next(word);
            }
            sink.end();
        }
    }

    private void answered(@Nullable Answer answer) {
        busy = false;
        if (answer != null && !over) {
            sink.next(answer);
        }
        proceed();
    }

    /** Nobody listens any more, or nothing more will be said. */
    void stop() {
        if (!over) {
            over = true;
            waiting.clear();
            whenOver.run();
        }
    }
}
