/** What the public answer door keeps when its process, its database, the network between them, the disk or the clock fails. */
@NullMarked
package io.tideline.local.faults;

import org.jspecify.annotations.NullMarked;
