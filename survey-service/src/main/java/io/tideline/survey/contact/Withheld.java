package io.tideline.survey.contact;

import java.time.Instant;

/**
 * Why a person is not to be asked now.
 *
 * @param until from when on no rule is in the way, unless the person is asked something else meanwhile
 */
public record Withheld(ContactScope reason, Instant until) {}
