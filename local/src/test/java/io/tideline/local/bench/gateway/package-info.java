/** Tests of what benchmarks print and generate. */
@NullMarked
package io.tideline.local.bench.gateway;

import org.jspecify.annotations.NullMarked;
