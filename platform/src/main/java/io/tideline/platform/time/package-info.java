/** Calendar days and periods in a named time zone. Holds no clock: the present instant is always passed in. */
@NullMarked
package io.tideline.platform.time;

import org.jspecify.annotations.NullMarked;
