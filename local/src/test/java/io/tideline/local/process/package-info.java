/** Tests of processes, ports and fingerprints. */
@NullMarked
package io.tideline.local.process;

import org.jspecify.annotations.NullMarked;
