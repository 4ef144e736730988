/** Tests of the feature of the same name. */
@NullMarked
package io.tideline.customer.tag;

import org.jspecify.annotations.NullMarked;
