/** The organisation's settings and who is asking. Holds no customers and no teams. */
@NullMarked
package io.tideline.customer.organisation;

import org.jspecify.annotations.NullMarked;
