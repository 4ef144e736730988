/** Tests of the service as a whole. */
@NullMarked
package io.tideline.funnel;

import org.jspecify.annotations.NullMarked;
