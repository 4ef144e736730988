/**
 * Stage 3, plan: an operation becomes fetches from subgraphs and the order they depend on. The search works on drafts
 * ({@code Place}, {@code Route}, {@code FetchDraft}); what leaves the package is an immutable {@link
 * io.tideline.gateway.plan.Plan}.
 */
@NullMarked
package io.tideline.gateway.plan;

import org.jspecify.annotations.NullMarked;
