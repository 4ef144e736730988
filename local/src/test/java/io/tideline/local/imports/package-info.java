/** Tests of the import: pure ones from tables, and whole imports against a door of their own. */
@NullMarked
package io.tideline.local.imports;

import org.jspecify.annotations.NullMarked;
