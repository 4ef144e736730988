package io.tideline.platform.access;

import graphql.GraphQLException;
import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.spi.ClassloadingService;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * What a record component or a getter holds. SmallRye's own way notes who asks for it, with its path, before it looks: a seventh of the time of a page of 100
 * customers, and nothing that is merely read looks at the note.
 */
final class PlainField implements PlugableDataFetcher<@Nullable Object>, TrivialDataFetcher<@Nullable Object> {
    private final FieldHelper shape;
    private final Method read;

    PlainField(Field field, Reference owner) {
        shape = new FieldHelper(field);
        try {
            read = ClassloadingService.get().loadClass(owner.getClassName()).getMethod(field.getMethodName());
        } catch (NoSuchMethodException e) {
            throw new GraphQLException(e);
        }
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment)
            throws IllegalAccessException, InvocationTargetException, AbstractDataFetcherException {
        return shape.transformOrAdaptResponse(read.invoke(environment.<Object>getSource()), environment);
    }
}
