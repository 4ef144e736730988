/** How often one person may be asked: rules, clocks and a budget over all surveys and sends. Knows nothing of answers. */
@NullMarked
package io.tideline.survey.contact;

import org.jspecify.annotations.NullMarked;
