/** Tests of the service as a whole: its schema, its house rules and its row wall. */
@NullMarked
package io.tideline.survey;

import org.jspecify.annotations.NullMarked;
