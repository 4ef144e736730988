/** The copy of customers, tags, labels and the organisation's time zone, kept by the customer service's feed. Owns none of it. */
@NullMarked
package io.tideline.survey.customer;

import org.jspecify.annotations.NullMarked;
