/** What is heard of organisations and customers: settings, dimensions, tags, merges, labels. Owns none of it and computes nothing from it. */
@NullMarked
package io.tideline.roi.customer;

import org.jspecify.annotations.NullMarked;
