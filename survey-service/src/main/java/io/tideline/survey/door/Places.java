package io.tideline.survey.door;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requests under way at once: so many in all, and fewer of one survey, so that it cannot fill the door. */
final class Places {
    private final int most;
    private final int mostOfSurvey;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<String, Integer> ofSurvey = new ConcurrentHashMap<>();

    Places(int most, int mostOfSurvey) {
        this.most = most;
        this.mostOfSurvey = mostOfSurvey;
    }

    /**
     * Why a request gets no place just now; null where it may get one.
     *
     * @param survey whose request it seems to be, asked only where that matters; may give null
     */
    @Nullable
    DoorRefusal refusal(Supplier<@Nullable String> survey) {
        int now = taken.get();
        if (now >= most) {
            return DoorRefusal.unavailable(FloodGate.soon(1));
        }
        String key = now < mostOfSurvey ? null : survey.get();
        return key != null && ofSurvey.getOrDefault(key, 0) >= mostOfSurvey
                ? DoorRefusal.tooMany(FloodGate.soon(1))
                : null;
    }

    /** Takes a place until the work ends; refuses at once where there is none. */
    <T> Uni<T> hold(String survey, Supplier<Uni<? extends T>> work) {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            throw DoorRefusal.unavailable(FloodGate.soon(1));
        }
        if (ofSurvey.merge(survey, 1, Integer::sum) > mostOfSurvey) {
            leave(survey);
            throw DoorRefusal.tooMany(FloodGate.soon(1));
        }
        return Uni.createFrom().<T>deferred(work).onTermination().invoke(() -> leave(survey));
    }

    int taken() {
        return taken.get();
    }

    private void leave(String survey) {
        taken.decrementAndGet();
        ofSurvey.computeIfPresent(survey, (key, count) -> count == 1 ? null : count - 1);
    }
}
