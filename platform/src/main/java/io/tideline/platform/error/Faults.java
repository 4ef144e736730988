package io.tideline.platform.error;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.smallrye.graphql.execution.error.GraphQLExceptionWhileDataFetching;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Gives a failing field its one error: refusals as they are, anything else as INTERNAL_SERVER_ERROR with an id that the log has too. */
public final class Faults implements DataFetcherExceptionHandler {
    private static final Logger LOG = Logger.getLogger(Faults.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        AppException refusal = refusalOf(parameters.getException());
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult()
                .error(new GraphQLExceptionWhileDataFetching(
                        String.valueOf(refusal.getMessage()),
                        parameters.getPath(),
                        refusal,
                        parameters.getSourceLocation()))
                .build());
    }

    /** What the caller is told; a bug is logged here, once, under the id that the caller gets. */
    public static AppException refusalOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof AppException refusal) {
                return refusal;
            }
            if (cause instanceof GraphQLError invalid && invalid.getErrorType() == ErrorType.ValidationError) {
                return new AppException(ErrorCode.BAD_USER_INPUT, String.valueOf(invalid.getMessage()), Map.of());
            }
        }
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        String errorId = UUID.randomUUID().toString();
        LOG.errorf(cause, "errorId=%s", errorId);
        return new AppException(
                ErrorCode.INTERNAL_SERVER_ERROR, "Something went wrong on our side.", Map.of("errorId", errorId));
    }
}
