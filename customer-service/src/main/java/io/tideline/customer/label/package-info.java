/** How the names of teams, agents and channel accounts are told to the other services. Holds no names itself. */
@NullMarked
package io.tideline.customer.label;

import org.jspecify.annotations.NullMarked;
