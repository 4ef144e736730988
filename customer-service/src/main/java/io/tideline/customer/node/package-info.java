/** The way from a global id to whatever it names. Knows no feature; features make themselves known to it. */
@NullMarked
package io.tideline.customer.node;

import org.jspecify.annotations.NullMarked;
