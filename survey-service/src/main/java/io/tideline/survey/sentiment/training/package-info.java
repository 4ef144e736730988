/** How the shipped weights are made and measured; nothing of it runs in the service. */
@NullMarked
package io.tideline.survey.sentiment.training;

import org.jspecify.annotations.NullMarked;
