/** Tests of the gateway, in the packages of what they test. */
@NullMarked
package io.tideline.gateway;

import org.jspecify.annotations.NullMarked;
