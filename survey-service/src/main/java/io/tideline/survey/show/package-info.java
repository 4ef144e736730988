/** What a page gets to show of a survey, to whom. Decides nothing about answers. */
@NullMarked
package io.tideline.survey.show;

import org.jspecify.annotations.NullMarked;
