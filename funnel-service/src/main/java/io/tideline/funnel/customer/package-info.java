/** The copy of customers, labels and settings that other services own, and the first meeting of a customer. Changes none of them by itself. */
@NullMarked
package io.tideline.funnel.customer;

import org.jspecify.annotations.NullMarked;
