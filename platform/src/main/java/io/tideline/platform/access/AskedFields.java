package io.tideline.platform.access;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names of the fields that are asked for below the field that is being answered, however deep, so that nobody collects what nobody looks at. To be found out
 * before the field's method waits for anything.
 *
 * @param names null outside of an answer, where nothing is known
 */
public record AskedFields(@Nullable Set<String> names) {
    /** Of the field that is being answered. */
    public static AskedFields now() {
        @Nullable Context context = SmallRyeContextManager.getCurrentSmallRyeContext();
        @Nullable
        DataFetchingEnvironment environment = context == null ? null : context.unwrap(DataFetchingEnvironment.class);
        return new AskedFields(
                environment == null
                        ? null
                        : Unselected.plain(environment).getSelectionSet().getFields().stream()
                                .map(SelectedField::getName)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /** True also where nothing is known. */
    public boolean haveAnyOf(String... fields) {
        if (names == null) {
            return true;
        }
        for (String field : fields) {
            if (names.contains(field)) {
                return true;
            }
        }
        return false;
    }
}
