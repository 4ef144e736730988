/** The widget as pages load it, and pages of our own that show nothing but a survey. What a survey asks and takes is behind other doors. */
@NullMarked
package io.tideline.survey.widget;

import org.jspecify.annotations.NullMarked;
