/** The error catalogue and its translation to GraphQL and HTTP answers. Decides nothing about business. */
@NullMarked
package io.tideline.platform.error;

import org.jspecify.annotations.NullMarked;
