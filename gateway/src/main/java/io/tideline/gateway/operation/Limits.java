package io.tideline.gateway.operation;

/**
 * What one document may hold: lexical tokens, nesting of fields, aliases, fields at the root, directives, fields once its
 * fragments are spread, and what it may cost.
 *
 * @param cost the largest estimate that is executed, in weights of the cost specification
 * @param listSize items a list is taken to have where neither schema nor request says
 */
public record Limits(
        int tokens,
        int depth,
        int aliases,
        int rootFields,
        int directives,
        int selections,
        double cost,
        double listSize) {

    /** The profile for callers from the internet. */
    public static final Limits PUBLIC = new Limits(2_000, 12, 30, 20, 30, 10_000, 1_000, 1);
}
