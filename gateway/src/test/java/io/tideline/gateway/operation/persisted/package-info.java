@NullMarked
package io.tideline.gateway.operation.persisted;

import org.jspecify.annotations.NullMarked;
