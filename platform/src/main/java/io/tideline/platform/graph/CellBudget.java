package io.tideline.platform.graph;

import io.tideline.platform.error.AppException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Groups and points of groups and points that one request may still ask for: cuts within cuts multiply, and each may be a statement.
 *
 * <p>A cut of the whole is not counted, it is one statement. A cut of a group or point counts one, even when it turns out empty, and one for each
 * group or point in it.
 */
public final class CellBudget {
    /** Most groups and points below other groups and points in one request, e.g. the 24 months of each of 80 agents. */
    public static final int MOST = 2_000;

    /** The bound in the words of the schema. */
    public static final String RULE = "Groups and points of other groups and points are at most " + MOST
            + " in one request, each such cut counting one more.";

    private final AtomicInteger taken = new AtomicInteger();

    /**
     * @param argument argument that asks for the cells
     * @throws AppException BAD_USER_INPUT where they are too many
     */
    public void take(String argument, int cells) {
        if (taken.addAndGet(cells) > MOST) {
            throw AppException.badInput(
                    argument,
                    "Groups and points of other groups and points are at most " + MOST
                            + " in one request. Ask for a coarser trend or a shorter period.");
        }
    }
}
