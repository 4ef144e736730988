/** Signed links and signed identity: an organisation's keys, the tokens made with them and what a token proves. Knows nothing of answers. */
@NullMarked
package io.tideline.survey.link;

import org.jspecify.annotations.NullMarked;
