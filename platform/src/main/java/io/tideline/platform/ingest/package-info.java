/** Reads batches of rows from an HTTP body and reports what became of each row. Knows no kind of row. */
@NullMarked
package io.tideline.platform.ingest;

import org.jspecify.annotations.NullMarked;
