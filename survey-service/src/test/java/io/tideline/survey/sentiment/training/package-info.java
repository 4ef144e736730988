/** How weights are learned and measured. */
@NullMarked
package io.tideline.survey.sentiment.training;

import org.jspecify.annotations.NullMarked;
