/** SQL files, tenant-bound transactions for both PostgreSQL clients, and ids. Holds no statement of a feature. */
@NullMarked
package io.tideline.platform.sql;

import org.jspecify.annotations.NullMarked;
