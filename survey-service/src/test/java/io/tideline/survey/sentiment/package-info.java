/** Feelings of texts, checked without a container. */
@NullMarked
package io.tideline.survey.sentiment;

import org.jspecify.annotations.NullMarked;
