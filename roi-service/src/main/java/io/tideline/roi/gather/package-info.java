/** Puts questions that are asked at the same moment to the database as one. Knows no question. */
@NullMarked
package io.tideline.roi.gather;

import org.jspecify.annotations.NullMarked;
