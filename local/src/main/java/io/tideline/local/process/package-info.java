/**
 * Processes of the platform: starting them apart from this one, remembering them by pid and start time, ending only those. What
 * a part needs to run does not live here.
 */
@NullMarked
package io.tideline.local.process;

import org.jspecify.annotations.NullMarked;
