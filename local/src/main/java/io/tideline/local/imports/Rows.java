package io.tideline.local.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other. */
interface Rows {
    /** The columns known so far: those of the header, or the keys met until now. */
    Columns columns();

    /** The next row, which may be a faulty one; null at the end. */
    @Nullable
    SourceRow next() throws IOException;
}
