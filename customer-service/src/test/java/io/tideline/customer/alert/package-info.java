@NullMarked
package io.tideline.customer.alert;

import org.jspecify.annotations.NullMarked;
