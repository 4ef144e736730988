/** Journeys of customers packed for reading, kept beside the facts and made of nothing else. Knows no funnel. */
@NullMarked
package io.tideline.funnel.journey;

import org.jspecify.annotations.NullMarked;
