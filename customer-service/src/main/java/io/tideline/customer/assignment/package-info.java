/** Agents as a batch describes them, and the customers that change teams with them. */
@NullMarked
package io.tideline.customer.assignment;

import org.jspecify.annotations.NullMarked;
