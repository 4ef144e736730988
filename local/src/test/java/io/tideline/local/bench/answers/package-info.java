/** Tests of what benchmarks print and generate. */
@NullMarked
package io.tideline.local.bench.answers;

import org.jspecify.annotations.NullMarked;
