/** Counts of answers and copies, kept beside them and made of nothing else (ADR 0014). Knows the tables of what is counted, and no class of it. */
@NullMarked
package io.tideline.survey.kept;

import org.jspecify.annotations.NullMarked;
