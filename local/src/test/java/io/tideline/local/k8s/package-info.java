/** Checks what the Kubernetes overlays of each region render to; starts nothing and needs no cluster. */
@NullMarked
package io.tideline.local.k8s;

import org.jspecify.annotations.NullMarked;
