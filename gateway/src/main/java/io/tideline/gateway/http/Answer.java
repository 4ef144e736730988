package io.tideline.gateway.http;

import io.tideline.gateway.execute.Bytes;

/** A GraphQL answer, encoded; the status is 200 once something was executed. */
record Answer(Bytes body, int status) {}
