/** Facts between services: the outbox that is written with a fact and the follower that applies it once. Knows no fact's meaning. */
@NullMarked
package io.tideline.platform.feed;

import org.jspecify.annotations.NullMarked;
