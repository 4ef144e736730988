/**
 * Makes up two organisations, the same on every machine for the same day, and posts them through the ingest doors as an importing company would. Knows
 * no table and no service from within.
 */
@NullMarked
package io.tideline.local.demo;

import org.jspecify.annotations.NullMarked;
