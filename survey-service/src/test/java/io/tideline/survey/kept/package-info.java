@NullMarked
package io.tideline.survey.kept;

import org.jspecify.annotations.NullMarked;
