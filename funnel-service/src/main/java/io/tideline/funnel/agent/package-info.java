/** What agents made of the customers they looked after: their conversion, and who bought again. Knows no other groups. */
@NullMarked
package io.tideline.funnel.agent;

import org.jspecify.annotations.NullMarked;
