/** GraphQL values, inputs and paging that all services share. Holds no field of a single service. */
@NullMarked
package io.tideline.platform.graph;

import org.jspecify.annotations.NullMarked;
