/** What holds for the service as a whole: its walls, its schema and its house rules. Features are tested beside themselves. */
@NullMarked
package io.tideline.roi;

import org.jspecify.annotations.NullMarked;
