package io.tideline.platform.graph;

import jakarta.enterprise.context.RequestScoped;

/** The cells that the request being answered may still ask for; all its fields draw on them. */
@RequestScoped
public class CurrentBudget {
    private final CellBudget cells = new CellBudget();

    public CellBudget get() {
        return cells;
    }
}
