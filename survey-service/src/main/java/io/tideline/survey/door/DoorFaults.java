package io.tideline.survey.door;

import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import io.vertx.pgclient.PgException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a failure means to somebody outside: a refusal as it is, a database that is away as "again later", anything else as our fault, with an id. */
final class DoorFaults {
    private static final Logger LOG = Logger.getLogger(DoorFaults.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    private DoorFaults() {}

    static DoorRefusal refusalOf(@Nullable Throwable failure) {
        if (failure instanceof DoorRefusal refusal) {
            return refusal;
        }
        if (failure instanceof AppException told) {
            return told.code() == ErrorCode.UNAVAILABLE || told.code() == ErrorCode.CONFLICT
                    ? DoorRefusal.unavailable(RETRY_AFTER_SECONDS)
                    : bug(failure);
        }
        if (failure == null || isAway(failure) || isConflict(failure)) {
            return DoorRefusal.unavailable(RETRY_AFTER_SECONDS);
        }
        return bug(failure);
    }

    /** Connection lost, resources short or shutting down: nothing that is sent now is taken. */
    static boolean isAway(Throwable failure) {
        if (failure instanceof PgException refused) {
            String state = String.valueOf(refused.getSqlState());
            return state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
        }
        return !(failure instanceof RuntimeException) || isFromPool(failure);
    }

    /** A conflict of transactions: the same statement may succeed when sent again. */
    private static boolean isConflict(Throwable failure) {
        return failure instanceof PgException refused
                && String.valueOf(refused.getSqlState()).startsWith("40");
    }

    private static boolean isFromPool(Throwable failure) {
        String name = failure.getClass().getName();
        return name.startsWith("io.vertx.") || name.startsWith("io.netty.");
    }

    private static DoorRefusal bug(Throwable failure) {
        String errorId = UUID.randomUUID().toString();
        LOG.errorf(failure, "errorId=%s", errorId);
        return DoorRefusal.of(500, "INTERNAL_SERVER_ERROR", "Something went wrong on our side: " + errorId + ".");
    }
}
