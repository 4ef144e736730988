package io.tideline.gateway.supergraph;

/** A set of fields by which a subgraph knows an entity; only a resolvable key can be used to ask it for the entity. */
public record Key(FieldSet fields, boolean resolvable) {}
