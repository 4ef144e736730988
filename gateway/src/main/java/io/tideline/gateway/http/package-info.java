/** The door: HTTP in and out, who the caller is, and the pipeline that names the stages; holds no rule of its own. */
@NullMarked
package io.tideline.gateway.http;

import org.jspecify.annotations.NullMarked;
