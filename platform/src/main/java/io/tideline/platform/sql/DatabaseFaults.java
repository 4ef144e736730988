package io.tideline.platform.sql;

import io.smallrye.mutiny.CompositeException;
import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** What a failing database means to the caller: gone or full is UNAVAILABLE with a time to come back, a broken rule is CONFLICT, a bad text is BAD_USER_INPUT. */
final class DatabaseFaults {
    private static final int RETRY_AFTER_SECONDS = 2;
    /** A statement waited for a lock for as long as its transaction would. */
    private static final String LOCK_NOT_GOT = "55P03";

    /** Of a text and of a JSON text. */
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");

    private static final Set<String> CONFLICTS = Set.of("23505", "23P01", "40001", "40P01");

    private DatabaseFaults() {}

    static Throwable translate(Throwable failure) {
        Throwable cause = failure instanceof CompositeException many ? first(many) : failure;
        if (cause instanceof PgException refused) {
            return translate(refused);
        }
        if (cause instanceof IOException || cause instanceof TimeoutException || isPoolFailure(cause)) {
            return AppException.unavailable("The database cannot be reached just now.", RETRY_AFTER_SECONDS);
        }
        return cause;
    }

    private static Throwable translate(PgException refused) {
        String state = String.valueOf(refused.getSqlState());
        if (state.startsWith("53") || state.startsWith("57P") || state.startsWith("08") || state.equals(LOCK_NOT_GOT)) {
            return AppException.unavailable("The database cannot take this just now.", RETRY_AFTER_SECONDS);
        }
        if (CONFLICTS.contains(state)) {
            return new AppException(ErrorCode.CONFLICT, "This conflicts with what is stored.", Map.of());
        }
        if (UNSTORABLE.contains(state)) {
            return AppException.badInput("text", "The text holds a character that cannot be stored.");
        }
        return refused;
    }

    private static boolean isPoolFailure(Throwable cause) {
        String name = cause.getClass().getName();
        return name.contains("ConnectionPoolTooBusyException")
                || name.contains("ClosedConnectionException")
                || name.contains("NoStackTraceThrowable")
                || name.contains("VertxException");
    }

    /** The statement's own failure comes before the ones it causes (a COMMIT after a failed statement does not fail). */
    private static Throwable first(CompositeException many) {
        return many.getCauses().get(0);
    }
}
