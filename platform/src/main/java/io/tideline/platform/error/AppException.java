package io.tideline.platform.error;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal that a caller may read. Its message and details name no row of another tenant, no SQL and no class. */
public final class AppException extends RuntimeException implements GraphQLError {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, Object> details;

    public AppException(ErrorCode code, String message, Map<String, Object> details) {
        super(message);
        this.code = code;
        this.details = new LinkedHashMap<>(details);
    }

    /** @param field the argument or input field at fault, as the caller wrote it */
    public static AppException badInput(String field, String message) {
        return new AppException(ErrorCode.BAD_USER_INPUT, message, Map.of("field", field));
    }

    public static AppException notFound(String what) {
        return new AppException(ErrorCode.NOT_FOUND, what + " was not found.", Map.of());
    }

    public static AppException forbidden(String message) {
        return new AppException(ErrorCode.FORBIDDEN, message, Map.of());
    }

    public static AppException unavailable(String message, int retryAfterSeconds) {
        return new AppException(ErrorCode.UNAVAILABLE, message, Map.of("retryAfter", retryAfterSeconds));
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }

    @Override
    public Map<String, Object> getExtensions() {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code.name());
        extensions.putAll(details);
        return extensions;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return List.of();
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }
}
