package io.tideline.local.imports;

import java.io.Closeable;

/** Takes the rows that do not get in. */
interface RejectedRows extends Closeable {
    void add(SourceRow row, BadValue fault);

    /** Where they can be read, as part of a sentence. */
    String whereTold();
}
