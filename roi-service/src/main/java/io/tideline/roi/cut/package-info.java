/** How the numbers of a period are cut: into buckets of time and into groups of customers. Counts nothing itself. */
@NullMarked
package io.tideline.roi.cut;

import org.jspecify.annotations.NullMarked;
