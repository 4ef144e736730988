/** What is put on paper and into e-mails so that people find a survey: codes and snippets. Neither shows nor answers one. */
@NullMarked
package io.tideline.survey.share;

import org.jspecify.annotations.NullMarked;
