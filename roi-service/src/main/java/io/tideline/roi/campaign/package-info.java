/** Campaigns with their cost lines and ad spend, and what a campaign returned. Knows no single customer. */
@NullMarked
package io.tideline.roi.campaign;

import org.jspecify.annotations.NullMarked;
