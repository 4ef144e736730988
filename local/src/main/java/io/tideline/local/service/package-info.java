/**
 * The four services and the gateway as processes of this machine: their JVM options, settings and health. What they do does not
 * live here.
 */
@NullMarked
package io.tideline.local.service;

import org.jspecify.annotations.NullMarked;
