/** The passes over a finished plan, one a file; their order stands in {@code Passes}. */
@NullMarked
package io.tideline.gateway.plan.pass;

import org.jspecify.annotations.NullMarked;
