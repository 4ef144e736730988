/**
 * Tests of the whole running platform: real PostgreSQL, real Keycloak, the four services and the gateway as they are built.
 * {@code RunningPlatform} starts them once for all tests here.
 */
@NullMarked
package io.tideline.local.e2e;

import org.jspecify.annotations.NullMarked;
