/** Tests of settings and secrets. */
@NullMarked
package io.tideline.local.platform;

import org.jspecify.annotations.NullMarked;
