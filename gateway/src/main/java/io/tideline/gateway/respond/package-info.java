/** Stage 5, answer: the merged tree is written once, in the client's order, with nulls carried up and errors beside. */
@NullMarked
package io.tideline.gateway.respond;

import org.jspecify.annotations.NullMarked;
