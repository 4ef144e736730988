/** The launcher of the platform on one machine: reads the command line and calls one command. Commands do not live here. */
@NullMarked
package io.tideline.local;

import org.jspecify.annotations.NullMarked;
