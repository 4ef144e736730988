/** What happens to a copy of a survey before its answer: sent, shown, started, dismissed. Holds no answer. */
@NullMarked
package io.tideline.survey.delivery;

import org.jspecify.annotations.NullMarked;
