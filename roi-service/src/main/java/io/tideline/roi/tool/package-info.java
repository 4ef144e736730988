/** The return of the whole tool: revenue before and after it was adopted. Claims no cause. */
@NullMarked
package io.tideline.roi.tool;

import org.jspecify.annotations.NullMarked;
