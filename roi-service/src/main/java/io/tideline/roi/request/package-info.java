/** Mutations that carry a key: a repeated one changes nothing. Knows no noun. */
@NullMarked
package io.tideline.roi.request;

import org.jspecify.annotations.NullMarked;
