/**
 * PostgreSQL of this machine: its unpacked binaries, its data folder, and a database with two roles for each service. Tables do
 * not live here: each service migrates its own.
 */
@NullMarked
package io.tideline.local.postgres;

import org.jspecify.annotations.NullMarked;
