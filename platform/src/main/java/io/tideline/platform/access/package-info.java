/** Who is calling: roles, scopes and row visibility from a validated token, and the gateway's assertion. Knows no table. */
@NullMarked
package io.tideline.platform.access;

import org.jspecify.annotations.NullMarked;
