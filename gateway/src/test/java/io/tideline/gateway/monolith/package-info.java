/**
 * The property that matters most: whatever is composed, stored and asked, the gateway answers as one server over all of
 * it would. A {@code World} is a generated supergraph, {@code WorldData} what is stored in it; {@code SameAnswerTest}
 * asks both.
 */
@NullMarked
package io.tideline.gateway.monolith;

import org.jspecify.annotations.NullMarked;
