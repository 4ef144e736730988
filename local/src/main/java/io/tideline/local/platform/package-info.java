/**
 * What a command may use of the platform of this machine: its settings, addresses, secrets, tokens and databases. How parts are
 * started does not live here.
 */
@NullMarked
package io.tideline.local.platform;

import org.jspecify.annotations.NullMarked;
