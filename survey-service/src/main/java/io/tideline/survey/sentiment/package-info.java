/** What a text feels: language, features, shipped weights, clauses and aspects. Pure: no database, no clock, and nothing is fetched. */
@NullMarked
package io.tideline.survey.sentiment;

import org.jspecify.annotations.NullMarked;
