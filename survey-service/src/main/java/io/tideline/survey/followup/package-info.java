/** Something bad that was said and that somebody is to see to: opened after the answer, owned, due, closed with what came of it. */
@NullMarked
package io.tideline.survey.followup;

import org.jspecify.annotations.NullMarked;
