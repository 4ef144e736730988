/** Key performance indicators with their targets, and the rules that judge a value. The values themselves come from other services. */
@NullMarked
package io.tideline.customer.kpi;

import org.jspecify.annotations.NullMarked;
