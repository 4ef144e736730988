package io.tideline.funnel.customer;

/** Told where customers of an organisation were changed or merged, before the transaction ends. */
public record CustomersTouched(String tenant) {}
