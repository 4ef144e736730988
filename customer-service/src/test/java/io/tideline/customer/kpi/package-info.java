/** Tests of the feature of the same name. */
@NullMarked
package io.tideline.customer.kpi;

import org.jspecify.annotations.NullMarked;
