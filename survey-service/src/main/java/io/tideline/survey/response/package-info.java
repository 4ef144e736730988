/** Answers: how they come in, by the public door, in batches or from staff, how parts are merged, and how a customer's are read. Computes no score. */
@NullMarked
package io.tideline.survey.response;

import org.jspecify.annotations.NullMarked;
