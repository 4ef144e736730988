/** The state machine that walks one customer's moments through the steps of a funnel. Pure rules: no database, no clock. */
@NullMarked
package io.tideline.funnel.match;

import org.jspecify.annotations.NullMarked;
