/** Channel accounts: the messaging accounts that customers write to. Their health is another feature. */
@NullMarked
package io.tideline.customer.channel;

import org.jspecify.annotations.NullMarked;
