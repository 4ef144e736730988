package io.tideline.platform.graph;

import io.smallrye.graphql.api.Directive;
import io.smallrye.graphql.api.DirectiveLocation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** How many items a field brings: the most it usually has, or what its arguments say. */
@Directive(on = DirectiveLocation.FIELD_DEFINITION)
@Description("How many items a field brings.")
@Retention(RetentionPolicy.RUNTIME)
public @interface ListSize {
    @Description("Items where no argument says how many.")
    int assumedSize();

    @Description("Arguments that say how many.")
    String[] slicingArguments() default {};

    @Description("The fields below that are the list, where the field itself is none.")
    String[] sizedFields() default {};

    @DefaultValue("true")
    @Description("Whether exactly one of the arguments must be given.")
    boolean requireOneSlicingArgument() default true;
}
