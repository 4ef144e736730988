@NullMarked
package io.tideline.gateway.operation.cost;

import org.jspecify.annotations.NullMarked;
