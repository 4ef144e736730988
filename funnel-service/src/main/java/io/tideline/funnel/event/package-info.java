/** What happened to customers: the way in for events, tag starts and orders. Knows no funnel. */
@NullMarked
package io.tideline.funnel.event;

import org.jspecify.annotations.NullMarked;
