/** What comments and texts to questions say: read after they are stored, corrected by people, looked through for themes. Counts of it live with the scores. */
@NullMarked
package io.tideline.survey.feedback;

import org.jspecify.annotations.NullMarked;
