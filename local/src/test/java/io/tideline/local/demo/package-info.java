/** Checks the invented organisations without any server. */
@NullMarked
package io.tideline.local.demo;

import org.jspecify.annotations.NullMarked;
