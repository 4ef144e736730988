/** Which of a service's work is traced. */
@NullMarked
package io.tideline.platform.trace;

import org.jspecify.annotations.NullMarked;
