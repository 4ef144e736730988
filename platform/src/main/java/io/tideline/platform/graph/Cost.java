package io.tideline.platform.graph;

import io.smallrye.graphql.api.Directive;
import io.smallrye.graphql.api.DirectiveLocation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What asking for something costs, where it is not the usual 1 of an object and 0 of a value. */
@Directive(
        on = {
            DirectiveLocation.ARGUMENT_DEFINITION,
            DirectiveLocation.ENUM,
            DirectiveLocation.FIELD_DEFINITION,
            DirectiveLocation.INPUT_FIELD_DEFINITION,
            DirectiveLocation.OBJECT,
            DirectiveLocation.SCALAR
        })
@Description("What asking for it costs; 1 of an object and 0 of a value where nothing is said.")
@Retention(RetentionPolicy.RUNTIME)
public @interface Cost {
    @NonNull
    @Description("Cost of one; the fields below are added.")
    int weight();
}
