package io.tideline.platform.graph;

import io.smallrye.graphql.api.federation.Shareable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

@Type("PageInfo")
@Shareable
@Description("Where a page stands in its list (Relay cursor connections).")
public record PageInfo(
        @NonNull @Description("Whether rows follow this page.") boolean hasNextPage,
        @NonNull @Description("Whether rows precede this page.") boolean hasPreviousPage,
        @Nullable @Description("Cursor of the page's first row; null on an empty page.") String startCursor,
        @Nullable @Description("Cursor of the page's last row; null on an empty page.") String endCursor) {}
