/**
 * Brings files of others into the platform: reads CSV and NDJSON row by row, maps columns to the fields of an ingest door, sends
 * batches and tells what became of each row. What a field means is for the door to decide and does not live here.
 */
@NullMarked
package io.tideline.local.imports;

import org.jspecify.annotations.NullMarked;
