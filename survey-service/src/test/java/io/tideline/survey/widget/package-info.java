@NullMarked
package io.tideline.survey.widget;

import org.jspecify.annotations.NullMarked;
