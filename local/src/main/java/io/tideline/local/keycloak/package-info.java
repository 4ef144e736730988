/**
 * Keycloak of this machine: its distribution built once, its realm imported once with the users and secrets of this
 * installation. What roles and claims mean does not live here.
 */
@NullMarked
package io.tideline.local.keycloak;

import org.jspecify.annotations.NullMarked;
