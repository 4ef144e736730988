/** Answers at the public door of a survey-service and a PostgreSQL of their own: load, what was acknowledged, and whether it is there. No figures of other doors. */
@NullMarked
package io.tideline.local.bench.answers;

import org.jspecify.annotations.NullMarked;
