/** What one customer brought and what winning that customer cost. Holds the rules of lifetime value and payback. */
@NullMarked
package io.tideline.roi.value;

import org.jspecify.annotations.NullMarked;
