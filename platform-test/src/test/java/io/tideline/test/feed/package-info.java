/** A service with nothing but the feed, to test outbox, inbox and dead letters on real PostgreSQL. */
@NullMarked
package io.tideline.test.feed;

import org.jspecify.annotations.NullMarked;
