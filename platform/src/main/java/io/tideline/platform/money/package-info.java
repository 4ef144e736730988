/** Exact amounts with a currency. Holds no exchange rates. */
@NullMarked
package io.tideline.platform.money;

import org.jspecify.annotations.NullMarked;
