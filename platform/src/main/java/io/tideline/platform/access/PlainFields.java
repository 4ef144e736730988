package io.tideline.platform.access;

import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;
import org.jspecify.annotations.Nullable;

/** Has every field that is read by a method answered by a {@link PlainField}. Found by the service loader. */
public final class PlainFields implements DataFetcherService {
    private static final Integer BEFORE_THOSE_OF_QUARKUS = 0;

    @Override
    public Integer getPriority() {
        return BEFORE_THOSE_OF_QUARKUS;
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared by SmallRye
    public @Nullable PlugableDataFetcher getFieldDataFetcher(Field field, @Nullable Type type, Reference owner) {
        return field.getMethodName() == null ? null : new PlainField(field, owner);
    }
}
