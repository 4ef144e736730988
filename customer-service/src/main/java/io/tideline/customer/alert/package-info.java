/** Alerts: which conditions raise them, who sees them, and how they are handled. The facts that meet a condition come from other features and services. */
@NullMarked
package io.tideline.customer.alert;

import org.jspecify.annotations.NullMarked;
