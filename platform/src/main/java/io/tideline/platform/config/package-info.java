/** Settings that follow from others. */
@NullMarked
package io.tideline.platform.config;

import org.jspecify.annotations.NullMarked;
