/** Tests of the realm file. */
@NullMarked
package io.tideline.local.keycloak;

import org.jspecify.annotations.NullMarked;
