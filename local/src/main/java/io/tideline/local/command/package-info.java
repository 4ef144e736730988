/**
 * The commands that start, stop and show the platform as a whole. How one part is prepared or launched does not live here.
 */
@NullMarked
package io.tideline.local.command;

import org.jspecify.annotations.NullMarked;
