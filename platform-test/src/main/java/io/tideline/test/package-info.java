/** What tests of every module share: a real PostgreSQL, signed tokens, golden files, house rules. Nothing of it ships. */
@NullMarked
package io.tideline.test;

import org.jspecify.annotations.NullMarked;
