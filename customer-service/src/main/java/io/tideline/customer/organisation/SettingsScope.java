package io.tideline.customer.organisation;

import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;

/** Settings may be sent by machines that ingest and by people who administer. */
@ApplicationScoped
public class SettingsScope {
    private final CurrentCaller callers;

    SettingsScope(CurrentCaller callers) {
        this.callers = callers;
    }

    /** The one of the two scopes that the caller must have, or has. */
    public Scope get() {
        return callers.get().has(Scope.SETTINGS_WRITE) ? Scope.SETTINGS_WRITE : Scope.INGEST_WRITE;
    }
}
