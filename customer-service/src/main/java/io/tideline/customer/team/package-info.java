/** Teams and agents: their names, and which agent is in which team. Which customers they look after is in assignment and customer. */
@NullMarked
package io.tideline.customer.team;

import org.jspecify.annotations.NullMarked;
