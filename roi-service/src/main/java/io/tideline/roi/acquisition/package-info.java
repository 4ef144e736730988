/** What winning customers costs and brings: clicks, conversions, acquisition cost, value against cost. Knows no single customer. */
@NullMarked
package io.tideline.roi.acquisition;

import org.jspecify.annotations.NullMarked;
